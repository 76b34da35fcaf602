import { groupBy } from '../../../syntax/group-by.ts';
import {
  rollUp,
  type Bearing,
  type Contribution,
  type RequirementStatus,
  type Tally,
} from '../../../core/frameworks/rollup.ts';
import { emptyTally } from '../../../core/assessment/tally.ts';
import type { Standing, Tone } from '../../model/entries/count.ts';
import type { ControlEntry, FindingEntry } from '../../model/entries/finding.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Examined, Inventory } from './examined.ts';

/** How one item came out for one thing that was examined. */
export const singleResults = [
  'met',
  'partly-met',
  'not-met',
  'not-applicable',
  'not-tested',
  'incomplete',
  'undecided',
] as const;

export type SingleResult = (typeof singleResults)[number];

export const singleTones = {
  met: 'good',
  'partly-met': 'bad',
  'not-met': 'bad',
  'not-applicable': 'plain',
  'not-tested': 'plain',
  incomplete: 'conditional',
  undecided: 'doubt',
} as const satisfies Record<SingleResult, Tone>;

/** What was examined for an item, by how it came out, in the order of the inventory. */
export type ItemResults = ReadonlyMap<SingleResult, readonly Examined[]>;

interface Judged {
  readonly control: ControlEntry;
  readonly bearing: Bearing;
  readonly finding: FindingEntry;
}

/**
 * Makes the results of an item for each thing that was examined, from its findings of the controls that decide: by the
 * rules of `rollUp`, where nothing unread passes, and without any person's statement. An accepted failure is still a
 * failure; where another control that decides passed for the same thing, the item is met in part.
 */
export function judgeItems(
  { controls }: Report,
  inventory: Inventory,
): (item: RequirementEntry) => ItemResults {
  const byAnchor = new Map(controls.map((control) => [control.anchor, control]));
  return (item) => {
    const deciding = item.controls.filter(({ decides, live }) => decides && live);
    const judged = deciding.flatMap((bearing) => {
      const control = byAnchor.get(bearing.anchor);
      return control
        ? control.findings
            .filter(isAboutSomething)
            .map((finding): Judged => ({ control, bearing, finding }))
        : [];
    });
    const byExamined = groupBy(judged, ({ finding }) => inventory.of(finding));
    const ordered = [...byExamined].toSorted(([a], [b]) => a.number - b.number);
    const asked = groupBy(deciding, ({ anchor }) => byAnchor.get(anchor)?.kind);
    const results = groupBy(ordered, ([{ kind }, of]) =>
      resultOf(of, asked.get(kind)?.length ?? 0, item.status === 'not-applicable'),
    );
    return new Map(
      Array.from(results, ([result, of]) => [result, of.map(([examined]) => examined)]),
    );
  };
}

/** What stands for all of a kind of which there is none is nothing that was examined. */
const isAboutSomething = ({ id, standing }: FindingEntry): boolean =>
  id !== '*' || standing !== 'not-applicable';

const resultOfStatus = {
  'not-satisfied': 'not-met',
  undetermined: 'undecided',
  'accepted-with-waiver': 'not-met',
  'accepted-with-compensating-control': 'not-met',
  weakened: 'partly-met',
  'not-applicable': 'not-applicable',
  satisfied: 'met',
  supported: 'incomplete',
  'context-only': 'undecided',
  'not-tested': 'not-tested',
  attested: 'undecided',
  'not-assessed': 'undecided',
} as const satisfies Record<RequirementStatus, SingleResult>;

/** What the findings of one thing say of an item; a control that was to judge it and said nothing leaves it open. */
function resultOf(
  all: readonly Judged[],
  asked: number,
  statedNotApplicable: boolean,
): SingleResult {
  const silent = new Set(all.map(({ control }) => control)).size < asked ? [silence] : [];
  const contributions = all.map(({ bearing: { shows, breaks }, finding }): Contribution => ({
    shows,
    breaks,
    tally: tallyOf[finding.standing],
  }));
  const failed = all.filter(
    ({ bearing, finding }) => bearing.breaks !== 'nothing' && failing.has(finding.standing),
  );
  if (failed.length === 0) {
    const said = { notApplicable: statedNotApplicable };
    return resultOfStatus[rollUp([...contributions, ...silent], said)];
  }
  const passed = all.some(({ finding }) => finding.standing === 'pass');
  return passed || failed.every(({ bearing }) => bearing.breaks === 'weakens')
    ? 'partly-met'
    : 'not-met';
}

const failing: ReadonlySet<Standing> = new Set<Standing>(['fail', 'waived', 'compensated']);

const one = (count: Partial<Tally>): Tally => ({ ...emptyTally(), ...count });

const silence: Contribution = { shows: 'part', breaks: 'breaks', tally: emptyTally() };

/** One finding, counted. */
const tallyOf = {
  pass: one({ pass: 1 }),
  fail: one({ fail: 1 }),
  waived: one({ waived: 1 }),
  compensated: one({ waived: 1, compensated: 1 }),
  unknown: one({ unknown: 1 }),
  error: one({ error: 1 }),
  'not-applicable': one({ notApplicable: 1 }),
  manual: one({ manual: 1 }),
  stale: one({ stale: 1 }),
} as const satisfies Record<Standing, Tally>;
