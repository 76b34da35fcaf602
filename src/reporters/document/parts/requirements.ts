import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Row, Section } from '../blocks/block.ts';
import { section, table, wide } from '../blocks/blocks.ts';
import { badge, lines, linkTo, quiet, tally, type Content } from '../blocks/content.ts';

/** Every requirement with its result and the controls that bear on it; nothing without a framework. */
export function requirementsSection({ requirements }: Report, say: Say): readonly Section[] {
  if (requirements.length === 0) return [];
  const title = say('section.requirements');
  const columns = [
    wide(say('requirement.title'), 1.2),
    wide(say('result.word'), 0.7),
    wide(say('requirement.evidence'), 1.4),
  ];
  return [
    section('requirements', title, [
      table(
        title,
        columns,
        requirements.map((each) => requirementRow(each, say)),
      ),
    ]),
  ];
}

function requirementRow(entry: RequirementEntry, say: Say): Row {
  const { anchor, depth, group, nature } = entry;
  const label = requirementLabel(entry);
  if (group) return { anchor, depth, group, cells: [label] };
  return {
    anchor,
    depth,
    cells: [[...label, ' ', quiet(nature)], resultWithRule(entry), evidence(entry, say)],
  };
}

/** The standard's word with the reasons where nothing was judged; our own word where the standard has none. */
export const resultWord = ({ reasons, rule, tone, word }: RequirementEntry): Content =>
  word === '' ? lines([rule, ...reasons].map(quiet)) : badge(tone, word);

/** The standard's word, the rule by which it came about where that says more, and why nothing was judged. */
function resultWithRule(entry: RequirementEntry): Content {
  const { reasons, rule, tone, word } = entry;
  if (word === '') return resultWord(entry);
  return lines([
    badge(tone, word),
    ...(word === rule ? [] : [rule]).map(quiet),
    ...reasons.map(quiet),
  ]);
}

/** A requirement's id and title; the id of one that was not verified is marked. */
export const requirementLabel = ({ anchor, id, title, verified }: RequirementEntry) => [
  linkTo(anchor, id, { code: true }),
  `${verified ? '' : '†'} ${title}`,
];

function evidence(entry: RequirementEntry, say: Say): Content {
  const all = [
    ...entry.controls.map(({ anchor, title, bearing, reason, live, tally: counts }) => [
      linkTo(anchor, title, { hint: reason }),
      ' ',
      quiet(bearing),
      ' ',
      live ? tally(counts) : quiet(say('requirement.not-live')),
    ]),
    ...statedFor(entry, say),
  ];
  return all.length > 0 ? lines(all) : quiet(say('requirement.no-controls'));
}

/** What people stated of a requirement: that it is met, or that it does not apply. */
export function statedFor(
  { attestation, lapsed, statement }: RequirementEntry,
  say: Say,
): readonly Content[] {
  return [
    ...[...(attestation ? [attestation] : []), ...lapsed].map((each) => [
      each.statement,
      ' ',
      quiet(`${each.person}, ${each.period}`),
      ' ',
      badge(each.tone, each.state),
    ]),
    ...(statement
      ? [
          statement.conflict
            ? [statement.said, ' ', badge('bad', say('stated.conflict'))]
            : statement.said,
        ]
      : []),
  ];
}
