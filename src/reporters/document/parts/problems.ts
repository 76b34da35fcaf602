import type { Severity } from '../../../core/controls/severity.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import type { Tone } from '../../model/entries/count.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Row, Section } from '../blocks/block.ts';
import { cutAtWord } from '../selections/cut-at-word.ts';
import { paragraph, section, table, wide } from '../blocks/blocks.ts';
import { badge, joined, lines, linkTo, quiet, type Content } from '../blocks/content.ts';
import type { Inventory } from '../selections/examined.ts';
import type { Problem, Problems } from '../selections/problems.ts';
import type { Refer } from './basis.ts';
import { nameExamined } from './examined.ts';

/** The level of risk that is proposed for a severity; which one it is, the assessor says. */
const riskOf = {
  critical: 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
} as const satisfies Record<Severity, string>;

const tones = { high: 'bad', medium: 'doubt', low: 'plain' } as const satisfies Record<
  string,
  Tone
>;

/** The level of risk that is proposed for a severity, in words. */
export const severityLabel = (severity: Severity, say: Say): string =>
  say(`risk.${riskOf[severity]}`);

/** What this section calls things in its standard. */
export interface ProblemTerms {
  readonly title: string;
  readonly items: string;
  readonly examined: string;
  readonly advice: string;
}

/** How many of the different things that were seen are shown; the evidence has all. */
interface Extent {
  readonly things: number;
}

const onScreen: Extent = { things: 2 };
const onPaper: Extent = { things: 1 };

/** The main problems by level of risk: items and things concerned, and what to do. */
export function problemsSection(
  { all, others }: Problems,
  inventory: Inventory,
  refer: Refer,
  terms: ProblemTerms,
  say: Say,
): Section {
  const columns = [
    wide(say('problem.number'), 0.45),
    wide(say('problem.title'), 1.7),
    wide(terms.items, 0.7),
    wide(terms.advice, 2),
  ];
  const ofRisk = groupBy(all, ({ severity }) => riskOf[severity]);
  const levels = Array.from(ofRisk, ([risk, problems]) => {
    const rows = (extent: Extent): readonly Block[] => [
      table(
        say(`risk.${risk}`),
        columns,
        problems.map((problem) => problemRow(problem, extent, inventory, refer, terms, say)),
      ),
    ];
    return section(`risk-${risk}`, say(`risk.${risk}`), rows(onScreen), {
      count: problems.length,
      counted: 'problems',
      tone: tones[risk],
      printed: rows(onPaper),
    });
  });
  return section(
    'failures',
    terms.title,
    [
      paragraph(say(all.length > 0 ? 'problem.note' : 'problem.none')),
      ...levels,
      ...(others > 0 ? [paragraph(quiet(say('problem.others', { count: others })))] : []),
    ],
    { count: all.length, counted: 'problems' },
  );
}

function problemRow(
  { number, anchor, control, failures, items }: Problem,
  { things }: Extent,
  inventory: Inventory,
  refer: Refer,
  { examined }: ProblemTerms,
  say: Say,
): Row {
  const accepted = failures.filter(({ standing }) => standing !== 'fail').length;
  const named = nameExamined(failures.map(inventory.of), say);
  const what: readonly Content[] = [
    [linkTo(control.anchor, control.failingTitle), ...refer(control)],
    ...seen(failures, things, say),
    [quiet(say('problem.of', { what: examined, count: failures.length })), ...named],
    ...(accepted > 0
      ? [badge('conditional', say('problem.accepted', { count: accepted, total: failures.length }))]
      : []),
  ];
  return {
    anchor,
    cells: [
      say('problem.reference', { number }),
      lines(what),
      joined(
        items.map((item) => linkTo(item.anchor, item.id)),
        say('scope.comma'),
      ),
      lines([control.remediation]),
    ],
  };
}

/** Letters of each thing that was seen; the evidence has it whole. */
const longest = 420;

const seen = (failures: Problem['failures'], things: number, say: Say): readonly string[] =>
  [...new Set(failures.map(({ message }) => message))]
    .slice(0, things)
    .map((message) => cutAtWord(message, longest, say));

/** Writes a reference to the problem of a control, as a link to it. */
export function problemReferrer({ all }: Problems, say: Say): Refer {
  const byAnchor = new Map(all.map((problem) => [problem.control.anchor, problem]));
  return (to) => {
    const problem = 'anchor' in to ? byAnchor.get(to.anchor) : undefined;
    if (!problem) return [];
    const { anchor, number } = problem;
    return [' ', linkTo(anchor, `[${say('problem.reference', { number })}]`)];
  };
}
