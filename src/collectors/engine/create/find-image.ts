import type { RawImage } from '../../image/raw-image.ts';
import { isMissing, read } from '../../gathering/partial-facts.ts';

/** A name as the engine lists it: without the registry of Docker Hub, and with a tag. */
function familiar(reference: string): string {
  const [name = '', digest] = reference.split('@');
  const short = name
    .replace(/^(?:index\.)?docker\.io\/(?:library\/)?/, '')
    .replace(/^library\//, '');
  if (digest !== undefined) return `${short.replace(/:[^/]*$/, '')}@${digest}`;
  return /:[^/]*$/.test(short) ? short : `${short}:latest`;
}

/** Finds the image that an engine takes for a reference: by its id, its digest, its name, or the beginning of its id. */
export function findImage(images: readonly RawImage[], reference: string): RawImage | undefined {
  const named = familiar(reference);
  const find = (isIt: (image: RawImage) => boolean): RawImage | undefined =>
    images.find((image) => read(() => isIt(image)) === true);
  const exact =
    find(({ Id }) => Id === reference) ??
    find(({ RepoTags, RepoDigests }) => RepoTags.includes(named) || RepoDigests.includes(named));
  if (exact || !/^(?:sha256:)?[0-9a-f]+$/.test(reference)) return exact;
  const begun = images.filter(({ Id }) => {
    const isBegun = read(() =>
      Id.replace(/^sha256:/, '').startsWith(reference.replace(/^sha256:/, '')),
    );
    return !isMissing(isBegun) && isBegun;
  });
  return begun.length === 1 ? begun[0] : undefined;
}
