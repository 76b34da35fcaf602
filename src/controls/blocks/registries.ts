import type { Check, PartCheck } from '../../core/controls/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { isListed, parseImageName } from '../../syntax/image-reference/image-name.ts';
import { settle, type Given } from './given.ts';

/**
 * Whether an image's name is from one of the registries, or repositories in them: `registry.example.org`,
 * `docker.io/library`. Works on whatever has a reference, such as each image that a Dockerfile takes in.
 *
 * @example
 * check: each((d) => d.images, isFrom(['registry.example.org']))
 */
export const isFrom =
  <P>(registries: Given<readonly string[], P>): PartCheck<{ readonly reference: string }, P> =>
  ({ reference }, ctx) => {
    const { repository } = parseImageName(reference);
    const allowed = settle(registries, ctx);
    if (isListed(repository, allowed)) return true;
    return fail(
      text(
        `${repository} is not from an allowed registry (allowed: ${allowed.join(', ') || 'none'})`,
        `${repository} 不在允许的仓库范围内（允许：${allowed.join('、') || '无'}）`,
      ),
    );
  };

/**
 * Whether a workload names its image from one of the registries, or repositories in them.
 *
 * @example
 * check: onlyFrom(['registry.example.org', 'docker.io/library'])
 */
export const onlyFrom = <P>(registries: Given<readonly string[], P>): Check<WorkloadFacts, P> => {
  const check = isFrom(registries);
  return (w, ctx) => check(w.image, ctx);
};
