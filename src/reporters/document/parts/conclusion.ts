import type { Say } from '../../say.ts';
import type { Section } from '../block.ts';
import { section } from '../blocks.ts';

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
