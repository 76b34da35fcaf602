import type { RequirementStatus } from '../../../core/frameworks/rollup.ts';
import type { Look, Tone } from '../../model/entries/count.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../locale/translate.ts';
import { badge, lines, quiet, type Content } from '../../document/blocks/content.ts';

/** The determinations of SP 800-53A, and what has none yet. */
export const determinations = [
  'satisfied',
  'other',
  'partly',
  'not-assessed',
  'not-applicable',
] as const;

/** One of {@link determinations}. */
type Determination = (typeof determinations)[number];

const byStatus = {
  satisfied: 'satisfied',
  'not-satisfied': 'other',
  undetermined: 'other',
  'accepted-with-waiver': 'other',
  'accepted-with-compensating-control': 'other',
  weakened: 'other',
  supported: 'partly',
  'context-only': 'not-assessed',
  'not-tested': 'not-assessed',
  attested: 'not-assessed',
  'not-assessed': 'not-assessed',
  'not-applicable': 'not-applicable',
} as const satisfies Record<RequirementStatus, Determination>;

const tones = {
  satisfied: 'good',
  other: 'bad',
  partly: 'conditional',
  'not-assessed': 'plain',
  'not-applicable': 'plain',
} as const satisfies Record<Determination, Tone>;

const looks = { ...tones, 'not-applicable': 'none' } as const satisfies Record<Determination, Look>;

/** How a requirement comes out in the words of SP 800-53A. */
export const determinationOf = ({ status }: RequirementEntry): Determination => byStatus[status];

/** The determination, and the rule behind it where that says more. */
export function determined(entry: RequirementEntry, say: Say): Content {
  const determination = determinationOf(entry);
  const word = badge(tones[determination], say(`nist.${determination}`));
  const plain = determination === entry.status && determination !== 'not-applicable';
  return plain ? word : lines([word, quiet(entry.rule), ...entry.reasons.map(quiet)]);
}

/** A column for each determination, for a matrix. */
export const determinationColumns = (say: Say) =>
  determinations.map((id) => ({
    label: say(`nist.${id}`),
    look: looks[id],
    counts: (entry: RequirementEntry) => determinationOf(entry) === id,
  }));
