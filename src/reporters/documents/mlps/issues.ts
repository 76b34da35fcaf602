import { linkTo, type Inline } from '../../document/blocks/content.ts';
import type { Problem } from '../../document/selections/problems.ts';
import type { Say } from '../../locale/translate.ts';

/** A problem by its number, as a link to it. */
export const issueOf = ({ anchor, number }: Problem, say: Say): Inline =>
  linkTo(anchor, say('problem.reference', { number }));
