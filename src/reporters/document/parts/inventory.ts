import type { Block, Section } from '../blocks/block.ts';
import { paragraph, section, table, wide } from '../blocks/blocks.ts';
import { joined, linkTo, quiet, tally, type Content } from '../blocks/content.ts';
import { methodOf } from '../selections/method.ts';
import type { EvidenceItem } from '../selections/evidence-numbers.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';

/** All evidence by its number, then in full: every finding that no other section shows. */
export function inventorySection(
  { collected, controls }: Report,
  items: readonly EvidenceItem[],
  say: Say,
): Section {
  const references = new Map(items.map(({ evidence, reference }) => [evidence, reference]));
  const rows = items.map((item) => ({ item, row: rowOf(item, say) }));
  const columns = [
    wide(say('pci.reference'), 0.4),
    wide(say('pci.evidence'), 1.8),
    wide(say('pci.method'), 1.1),
    say('result.findings'),
    say('pci.used-for'),
  ];
  const note = paragraph(say('pci.inventory-note', { when: collected }));
  const entries = controls.map((control) => {
    const reference = references.get(control);
    return { control, ...(reference === undefined ? {} : { reference }) };
  });
  const evidence: Block = { kind: 'evidence', entries };
  const judged = rows.filter(({ item }) => isJudged(item));
  const others = rows.filter(({ item }) => !isJudged(item)).map(({ item }) => item.reference);
  const brief = judged.map(({ row }) => ({ ...row, cells: row.cells.slice(0, -1) }));
  return section(
    'controls',
    say('pci.inventory'),
    [
      note,
      table(
        say('pci.inventory'),
        columns,
        rows.map(({ row }) => row),
      ),
      evidence,
    ],
    {
      printed: [
        note,
        table(say('pci.inventory'), columns.slice(0, -1), brief),
        ...(others.length > 0
          ? [paragraph(quiet([say('basis.nothing'), ' ', others.join(say('scope.comma'))]))]
          : []),
        evidence,
      ],
    },
  );
}

/** Whether there was something to judge, or a person stated something. */
const isJudged = ({ evidence }: EvidenceItem): boolean =>
  !('findings' in evidence) ||
  evidence.findings.some(({ standing }) => standing !== 'not-applicable');

function rowOf({ reference, anchor, evidence, usedFor }: EvidenceItem, say: Say) {
  const used = joined(
    usedFor.map(({ anchor: to, id }) => linkTo(to, id)),
    say('scope.comma'),
  );
  const cells: readonly Content[] =
    'findings' in evidence
      ? [
          reference,
          linkTo(evidence.anchor, evidence.title),
          methodOf(evidence, say),
          tally(evidence.tally),
          used,
        ]
      : [
          reference,
          [evidence.statement, ...evidence.files.map(({ path }) => ` · ${path}`)],
          say('pci.statement', { person: evidence.person }),
          evidence.period,
          used,
        ];
  return { anchor, cells };
}
