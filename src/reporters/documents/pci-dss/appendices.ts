import type { Section } from '../../document/blocks/block.ts';
import { paragraph, section } from '../../document/blocks/blocks.ts';
import { lines } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import { appendixAsked, pciAppendices, type PciAppendix } from '../../model/asked.ts';
import type { Report } from '../../model/report.ts';
import { blank } from '../forms/blank.ts';

/** Which appendices appear, and why. */
export function appendicesSection({ papers }: Report, say: Say): Section {
  const saidOf = (id: PciAppendix) => {
    const asked = appendixAsked[id](papers);
    const about = [say(`pci.about-${id}`), ' '];
    if (asked === undefined) return [...about, blank('entity', say)];
    return [...about, say(asked ? 'pci.shown' : 'pci.left-out')];
  };
  return section('appendices', say('pci.appendices'), [
    paragraph(lines(pciAppendices.map(saidOf))),
  ]);
}

/** A form for a customized approach, for each requirement that is met in one. */
export const customizedSection = (say: Say): Section =>
  section('customized', say('pci.customized'), [
    {
      kind: 'worksheet',
      anchor: 'customized-form',
      title: say('pci.customized-form'),
      fields: (
        [
          ['requirements', 'entity'],
          ['control-name', 'entity'],
          ['control-description', 'entity'],
          ['meets', 'entity'],
          ['matrix', 'entity'],
          ['risk-analysis', 'entity'],
          ['derived-meets', 'qsa'],
          ['derived-stays', 'qsa'],
        ] as const
      ).map(([id, by]) => ({
        label: say(`pci.customized-${id}`),
        content: blank(by, say),
      })),
    },
  ]);
