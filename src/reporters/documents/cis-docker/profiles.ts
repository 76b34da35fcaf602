import type { Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, part, table, wide } from '../../document/blocks/blocks.ts';
import { figure, quiet } from '../../document/blocks/content.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import { resultColumns } from './item-result.ts';

/** The profiles of the benchmark; the items of the last are of level 1 for their publisher. */
export const profiles = ['1', '2', 'swarm'] as const;

/** How the benchmark marks an item. */
const marks = ['automated', 'manual'] as const;

/** A row for each profile, and one for each mark: how many items it has, and how they came out. */
export function profilesPart({ requirements }: Report, say: Say): Section {
  const columns = resultColumns(say);
  const items = requirements.filter(({ group }) => !group);
  const rowOf = (label: string, of: readonly RequirementEntry[]) =>
    of.length === 0
      ? []
      : [
          [
            label,
            ...[of.length, ...columns.map(({ counts }) => of.filter(counts).length)].map((count) =>
              figure(count, say),
            ),
          ],
        ];
  const title = say('cis.profiles');
  const heads = [
    wide(say('cis.profile'), 2),
    numeric(say('result.count')),
    ...columns.map(({ label }) => numeric(label)),
  ];
  return part(
    title,
    table(title, heads, [
      ...profiles.flatMap((id) =>
        rowOf(
          say(`cis.level-${id}`),
          items.filter(({ levels }) => levels.includes(id)),
        ),
      ),
      ...marks.flatMap((mark) =>
        rowOf(
          say(`cis.all-${mark}`),
          items.filter(({ assessed }) => assessed === mark),
        ),
      ),
    ]),
    paragraph(quiet(say('cis.marks-note'))),
  );
}

/** The profile of an item and how the benchmark marks it, in words. */
export const profileOf = ({ levels, assessed }: RequirementEntry, say: Say): readonly string[] => [
  ...levels.map((level) => {
    const known = profiles.find((id) => id === level);
    return known === undefined ? level : say(`cis.level-${known}`);
  }),
  ...(assessed === undefined ? [] : [say(`cis.marked-${assessed}`)]),
];
