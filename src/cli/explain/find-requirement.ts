import { type Framework, type Requirement, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';

/** How many near ids an error names. */
const nearestShown = 3;

/** Ids as they are compared: without white space, case, and the difference of full-width brackets. */
const bare = (id: string): string =>
  id.replaceAll(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')').toLowerCase();

/**
 * Finds a requirement by its id. White space, case and full-width brackets do not matter where only one
 * requirement is meant.
 *
 * @throws PlimsollError `framework-unknown` with the nearest ids
 */
export async function findRequirement(framework: Framework, id: string): Promise<Requirement> {
  const { requirements } = framework;
  const exact = requirements.find((each) => each.id === id);
  if (exact) return exact;
  const alike = requirements.filter((each) => bare(each.id) === bare(id));
  const [only] = alike;
  if (only && alike.length === 1) return only;
  const { distance } = await import('fastest-levenshtein');
  const far = (each: string): number => {
    const known = bare(each);
    const begins = known.startsWith(bare(id)) || bare(id).startsWith(known);
    return distance(bare(id), known) - (begins ? 1 : 0);
  };
  const nearest = requirements
    .map((each) => each.id)
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, nearestShown);
  throw new PlimsollError(
    'framework-unknown',
    text(
      `${framework.id} has no requirement ${JSON.stringify(id)}.`,
      `${framework.id} 没有要求 ${JSON.stringify(id)}。`,
    ),
    {
      hint: text(
        `The nearest: ${nearest.join(', ')}. See them all with: plimsoll explain ${framework.id}`,
        `最接近的：${nearest.join('、')}。查看全部：plimsoll explain ${framework.id}`,
      ),
    },
  );
}
