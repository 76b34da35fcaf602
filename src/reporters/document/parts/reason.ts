import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../say.ts';
import { lines, type Content } from '../content.ts';
import { basisOf, type Refer } from './basis.ts';

/** Why a requirement stands as it does: the rule, what decides it with its evidence, and what people stated. */
export const reasonOf = (entry: RequirementEntry, refer: Refer, say: Say): Content =>
  lines([
    say(`rule.${entry.stated ? 'not-applicable-stated' : entry.status}`),
    ...basisOf(entry, refer, say),
  ]);
