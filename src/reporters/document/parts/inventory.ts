import type { Block, Section } from '../blocks/block.ts';
import { paragraph, section, table, wide } from '../blocks/blocks.ts';
import { joined, linkTo, quiet, strong, tally, type Content } from '../blocks/content.ts';
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
    wide(say('pci.reference'), 0.45),
    wide(say('pci.evidence'), 3.4),
    wide(say('pci.method'), 1.2),
    say('result.findings'),
    say('pci.used-for'),
  ];
  const note = paragraph(say('pci.inventory-note', { when: collected }));
  const entries = controls.map((control) => {
    const reference = references.get(control);
    return { control, ...(reference === undefined ? {} : { reference }) };
  });
  const evidence: Block = { kind: 'evidence', entries };
  const brief = rows
    .filter(({ item }) => standsOut(item))
    .map(({ row }) => ({ ...row, cells: row.cells.slice(0, -1) }));
  const quietly = items.filter((item) => !standsOut(item));
  const passed = quietly
    .filter(hasPassed)
    .map(({ reference, evidence: each }) => `${reference} ${'title' in each ? each.title : ''}`);
  const others = quietly.filter((item) => !hasPassed(item)).map(({ reference }) => reference);
  const runIn = (words: string, all: readonly string[]): readonly Block[] =>
    all.length === 0 ? [] : [paragraph([strong(words), ' ', quiet(all.join(' · '))])];
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
        ...runIn(say('basis.passed'), passed),
        ...runIn(say('basis.nothing'), others),
        evidence,
      ],
    },
  );
}

const hasPassed = ({ evidence }: EvidenceItem): boolean =>
  'findings' in evidence && evidence.findings.some(({ standing }) => standing === 'pass');

/** Whether something failed or is open, or a person stated something: on paper the rest goes by its title alone. */
const standsOut = ({ evidence }: EvidenceItem): boolean =>
  !('findings' in evidence) ||
  evidence.findings.some(({ standing }) => standing !== 'pass' && standing !== 'not-applicable');

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
