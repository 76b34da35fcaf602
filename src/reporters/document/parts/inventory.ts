import type { Section } from '../blocks/block.ts';
import { paragraph, section, table, wide } from '../blocks/blocks.ts';
import { joined, linkTo, tally } from '../blocks/content.ts';
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
  const rows = items.map(({ reference, anchor, evidence, usedFor }) => ({
    anchor,
    cells: [
      reference,
      'findings' in evidence
        ? linkTo(evidence.anchor, evidence.title)
        : [evidence.statement, ...evidence.files.map(({ path }) => ` · ${path}`)],
      'findings' in evidence
        ? say('pci.observed')
        : say('pci.statement', { person: evidence.person }),
      'findings' in evidence ? tally(evidence.tally) : evidence.period,
      joined(
        usedFor.map(({ anchor: to, id }) => linkTo(to, id)),
        say('scope.comma'),
      ),
    ],
  }));
  const entries = controls.map((control) => {
    const reference = references.get(control);
    return { control, ...(reference === undefined ? {} : { reference }) };
  });
  return section('controls', say('pci.inventory'), [
    paragraph(say('pci.inventory-note', { when: collected })),
    table(
      say('pci.inventory'),
      [
        wide(say('pci.reference'), 0.5),
        wide(say('pci.evidence'), 1.5),
        say('pci.method'),
        say('result.findings'),
        say('pci.used-for'),
      ],
      rows,
    ),
    { kind: 'evidence', entries },
  ]);
}
