import { listNearest, nearestNames } from '../../core/nearest-names.ts';
import { type Framework, type Requirement, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';

/** Ids as they are compared: without white space, case, and the difference of full-width brackets. */
const bare = (id: string): string =>
  id.replaceAll(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')').toLowerCase();

/**
 * Finds a requirement by its id. White space, case and full-width brackets do not matter where only one
 * requirement is meant.
 *
 * @throws PlimsollError `framework-unknown` with the nearest ids
 */
export function findRequirement(framework: Framework, id: string): Requirement {
  const { requirements } = framework;
  const exact = requirements.find((each) => each.id === id);
  if (exact) return exact;
  const alike = requirements.filter((each) => bare(each.id) === bare(id));
  const [only] = alike;
  if (only && alike.length === 1) return only;
  const written = new Map(requirements.map((each) => [bare(each.id), each.id]));
  const nearest = nearestNames(bare(id), [...written.keys()]).map(
    (each) => written.get(each) ?? each,
  );
  const near = listNearest(nearest);
  throw new PlimsollError(
    'framework-unknown',
    text(
      `${framework.id} has no requirement ${JSON.stringify(id)}.`,
      `${framework.id} 没有要求 ${JSON.stringify(id)}。`,
    ),
    {
      hint: text(
        `${near.en}See them all with: plimsoll explain ${framework.id}`,
        `${near.zh}查看全部：plimsoll explain ${framework.id}`,
      ),
    },
  );
}
