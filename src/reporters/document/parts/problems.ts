import type { Severity } from '../../../core/controls/severity.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import type { Tone } from '../../model/entries/count.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Row, Section } from '../blocks/block.ts';
import { paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { badge, joined, lines, linkTo, quiet, type Content } from '../blocks/content.ts';
import type { Inventory } from '../selections/examined.ts';
import { messagesBySubject, type Extent } from '../selections/messages-by-subject.ts';
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

const onPaper: Extent = { messages: 1, letters: 280 };

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
    const rows = (extent?: Extent): readonly Block[] => [
      table(
        say(`risk.${risk}`),
        columns,
        problems.map((problem) => problemRow(problem, inventory, refer, terms, say, extent)),
      ),
    ];
    return section(`risk-${risk}`, say(`risk.${risk}`), rows(), {
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
      ...(others.length > 0 ? [othersPart(others, inventory, refer, terms, say)] : []),
    ],
    { count: all.length, counted: 'problems' },
  );
}

function problemRow(
  { number, anchor, control, failures, items }: Problem,
  inventory: Inventory,
  refer: Refer,
  { examined }: ProblemTerms,
  say: Say,
  extent: Extent | undefined,
): Row {
  const accepted = failures.filter(({ standing }) => standing !== 'fail').length;
  const named = nameExamined(failures.map(inventory.of), say);
  const what: readonly Content[] = [
    [linkTo(control.anchor, control.failingTitle), ...refer(control)],
    ...messagesBySubject(failures, say, extent),
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

/**
 * Failures of controls that decide no item, worst first, each control with what it failed for: on a screen with what to do, on
 * paper with those beside it that failed for the same.
 */
function othersPart(
  others: Problems['others'],
  inventory: Inventory,
  refer: Refer,
  terms: ProblemTerms,
  say: Say,
): Section {
  const title = say('problem.others');
  const all = others.map(({ control, failures }) => {
    const examined = failures.map(inventory.of);
    const { severity, severityLabel: label, anchor, failingTitle } = control;
    const what: Content = [
      badge(tones[riskOf[severity]], label),
      ' ',
      linkTo(anchor, failingTitle),
      ...refer(control),
    ];
    return { what, advice: quiet(`→ ${control.remediation}`), examined };
  });
  const rows = (each: readonly (readonly Content[])[]): Block =>
    table(title, [wide(say('problem.title'), 2), wide(terms.examined, 1.2)], each);
  const alike = groupBy(all, ({ examined }) =>
    JSON.stringify(examined.map(({ number, kind, name }) => `${number} ${kind} ${name}`).sort()),
  );
  const printed = Array.from(alike.values(), (same) => [
    lines(same.map(({ what }) => what)),
    nameExamined(same[0]?.examined ?? [], say),
  ]);
  return {
    ...part(
      title,
      rows(
        all.map(({ what, advice, examined }) => [
          lines([what, advice]),
          nameExamined(examined, say),
        ]),
      ),
    ),
    count: others.reduce((sum, { failures }) => sum + failures.length, 0),
    counted: 'findings',
    printed: [rows(printed)],
  };
}

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
