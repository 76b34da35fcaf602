import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { section } from '../blocks/blocks.ts';

/** Where the assessor concludes and signs: the conclusion is nobody else's. */
export const conclusionSection = (say: Say): Section =>
  section('conclusion', say('pci.conclusion'), [
    {
      kind: 'signature',
      statement: say('pci.conclusion-text'),
      lines: [
        { label: say('sign.assessor') },
        { label: say('sign.organisation') },
        { label: say('sign.date') },
        { label: say('sign.signature') },
      ],
    },
  ]);
