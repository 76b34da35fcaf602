import type { Source } from '../../core/facts/source.ts';
import { spelledOut } from '../../syntax/image-reference/image-name.ts';
import { isReference } from '../../syntax/image-reference/is-reference.ts';

/** What a build has in the place of a stage or an image. */
export interface NamedContext {
  /**
   * - `image`: another image
   * - `built`: what the same project builds
   * - `folder`: files of the machine that builds
   * - `open`: something that is fetched, or that nobody knows
   */
  readonly is: 'image' | 'built' | 'folder' | 'open';
  /** The other image. */
  readonly reference?: string;
  /** Where it is named. */
  readonly source: Source;
}

/** What a build has in the place of others, by their names as {@link contextKey} spells them. */
export type NamedContexts = ReadonlyMap<string, NamedContext>;

/** A name in one spelling: `alpine`, `alpine:latest` and `docker.io/library/alpine` are replaced alike. */
export const contextKey = (name: string): string =>
  spelledOut(name.replace(/::.*$/s, '').toLowerCase());

const image = 'docker-image://';

/**
 * Reads what is given in the place of a name.
 *
 * @param isBuilt whether the project builds what it calls by a name
 */
export function namedContext(
  [name, value]: readonly [name: string, value: string],
  source: Source,
  isBuilt: (name: string) => boolean = () => false,
): NamedContext {
  // What is for one platform alone leaves open which is meant.
  if (value === '' || value.includes('$') || name.includes('::')) return { is: 'open', source };
  if (value.startsWith(image)) {
    const reference = value.slice(image.length);
    return isReference(reference) ? { is: 'image', reference, source } : { is: 'open', source };
  }
  const [, service] = /^service:(.*)$/s.exec(value) ?? [];
  if (service !== undefined) return { is: isBuilt(service) ? 'built' : 'open', source };
  const isElsewhere = /^[a-z][a-z0-9+.-]*:|^git@|^github\.com\//i.test(value);
  return { is: isElsewhere ? 'open' : 'folder', source };
}

/** What all of some builds have in the place of others; where they differ, nobody knows which is meant. */
export function contextsOfAll(
  builds: readonly { readonly contexts?: NamedContexts | undefined }[],
): NamedContexts {
  const names = new Set(builds.flatMap(({ contexts }) => [...(contexts?.keys() ?? [])]));
  const all = new Map<string, NamedContext>();
  for (const name of names) {
    const found = builds.map(({ contexts }) => contexts?.get(name));
    const [first] = found.flatMap((each) => each ?? []);
    if (first === undefined) continue;
    const isSame = found.every(
      (each) => each?.is === first.is && each.reference === first.reference,
    );
    all.set(name, isSame ? first : { is: 'open', source: first.source });
  }
  return all;
}
