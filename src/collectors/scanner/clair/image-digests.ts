import { image } from '../../../core/subjects/image.ts';
import type { Subject } from '../../../core/facts/subject.ts';

const sha256 = /^(?:[^@]*@)?(sha256:[0-9a-f]{64})$/;

/**
 * The digests by which the manifests of all images are known, each once and in order. An image that came
 * from no registry is asked for by its id, which is its manifest's digest in newer engines.
 */
export function imageDigests(subjects: readonly Subject[]): readonly string[] {
  const digests = subjects
    .filter(({ kind }) => kind === image.kind)
    .flatMap(({ id, facts }) => {
      const known = Array.isArray(facts['digests']) ? facts['digests'] : [];
      return (known.length > 0 ? known : [id]).flatMap((each) =>
        typeof each === 'string' ? (sha256.exec(each)?.[1] ?? []) : [],
      );
    });
  return [...new Set(digests)].sort();
}
