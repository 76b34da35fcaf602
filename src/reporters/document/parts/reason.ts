import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../locale/translate.ts';
import { lines, quiet, type Content } from '../blocks/content.ts';
import { basisOf, type Refer } from './basis.ts';

/** Why a requirement stands as it does: the rule, what decides it with its evidence, and what people stated. */
export const reasonOf = (entry: RequirementEntry, refer: Refer, say: Say): Content =>
  lines([say(`rule.${entry.status}`), ...entry.reasons.map(quiet), ...basisOf(entry, refer, say)]);
