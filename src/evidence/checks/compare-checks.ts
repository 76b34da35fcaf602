import type { CheckDescription, Checks } from '../../core/controls/checks.ts';

/** Says how the check of a control differs between two lists, in few words; `undefined` where it does not. */
export function checkComparer(before: Checks, after: Checks): (id: string) => string | undefined {
  const old = sourcesOf(before);
  const now = sourcesOf(after);
  return (id) => {
    const [was, is] = [old.get(id), now.get(id)];
    // A compiled text and a source cannot be compared; neither can what one side does not have.
    if (!was || !is || was.compiled !== is.compiled) return undefined;
    if (was.digest !== undefined && is.digest !== undefined) {
      return was.digest === is.digest ? undefined : `${was.digest} → ${is.digest}`;
    }
    const changed = [...was.imports].flatMap(([path, hash]) => {
      const other = is.imports.get(path);
      // Of the same contents, one release may find that a check depends on more files than another did.
      return other === undefined || other === hash ? [] : [`${path} ${hash} → ${other}`];
    });
    const own = was.check === is.check ? [] : [`${was.check} → ${is.check}`];
    return own.length + changed.length === 0 ? undefined : [...own, ...changed].join(', ');
  };
}

interface Hashes {
  readonly compiled: boolean;
  /** Of what it runs alone; absent in a list of a release that did not say. */
  readonly digest: string | undefined;
  /** The beginning of the hash of the check's own file. */
  readonly check: string;
  /** The same of what it depends on, by names without versions. */
  readonly imports: ReadonlyMap<string, string>;
}

function sourcesOf({ controls, files }: Checks): ReadonlyMap<string, Hashes> {
  const byPath = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const short = (hash: string): string => hash.slice(0, 12);
  const hashesOf = ({ source }: CheckDescription): Hashes => {
    const paths = source.from === 'runtime' ? [] : source.imports;
    return {
      compiled: source.from === 'runtime',
      digest: 'digest' in source && source.digest !== undefined ? short(source.digest) : undefined,
      check: short(source.sha256),
      imports: new Map(paths.map((path) => [nameOf(path), short(byPath.get(path) ?? '')])),
    };
  };
  return new Map(controls.map((each) => [each.id, hashesOf(each)]));
}

/** A path without the version of its package, which another release has another of. */
const nameOf = (path: string): string => path.replace(/^(npm:@?[^@]+)@[^/]+/, '$1');
