import type { RequirementStatus } from '../../../core/frameworks/rollup.ts';
import type { Look } from '../../model/entries/count.ts';
import type { MatrixColumn } from '../../document/parts/by-head.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../locale/translate.ts';

/** What an item can come to, as a benchmark’s reader counts. */
const itemResults = ['pass', 'fail', 'partly', 'manual', 'unknown', 'not-applicable'] as const;

/** One of the results of an item. */
export type ItemResult = (typeof itemResults)[number];

/** An accepted exception still fails, and a person’s word is no check. */
const ofStatus = {
  satisfied: 'pass',
  'not-satisfied': 'fail',
  'accepted-with-waiver': 'fail',
  'accepted-with-compensating-control': 'fail',
  supported: 'partly',
  weakened: 'partly',
  undetermined: 'unknown',
  'context-only': 'manual',
  attested: 'manual',
  'not-assessed': 'manual',
  'not-tested': 'manual',
  'not-applicable': 'not-applicable',
} as const satisfies Record<RequirementStatus, ItemResult>;

const looks = {
  pass: 'good',
  fail: 'bad',
  partly: 'conditional',
  manual: 'plain',
  unknown: 'doubt',
  'not-applicable': 'none',
} as const satisfies Record<ItemResult, Look>;

/** How an item comes out. Where nothing but a person’s answer is missing it is manual, and not unknown. */
export const resultOf = (entry: RequirementEntry): ItemResult =>
  entry.status === 'undetermined' && waitsForPerson(entry) ? 'manual' : ofStatus[entry.status];

function waitsForPerson({ controls }: RequirementEntry): boolean {
  const deciding = controls.filter(({ decides, live }) => decides && live);
  const standings = deciding.flatMap(({ tally }) => tally.map(({ standing }) => standing));
  const open = standings.some((each) => ['unknown', 'error', 'stale'].includes(each));
  // A control that said nothing at all waits for nobody.
  return standings.includes('manual') && !open && deciding.every(({ tally }) => tally.length > 0);
}

/** A column for each result, for a matrix. */
export const resultColumns = (say: Say): readonly MatrixColumn[] =>
  itemResults.map((id) => ({
    label: say(`cis.${id}`),
    look: looks[id],
    counts: (entry) => resultOf(entry) === id,
  }));
