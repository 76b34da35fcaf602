import type { Section } from '../../document/blocks/block.ts';
import { section } from '../../document/blocks/blocks.ts';
import type { Say } from '../../locale/translate.ts';

/** Where the testing body writes its conclusion; none is given here. */
export const jrtConclusion = (say: Say): Section =>
  section('conclusion', say('jrt.conclusion'), [
    {
      kind: 'signature',
      statement: say('jrt.conclusion-text'),
      lines: (
        ['jrt.conclusion-line', 'jrt.body', 'jrt.tester', 'jrt.reviewer', 'sign.date'] as const
      ).map((id) => ({ label: say(id) })),
    },
  ]);
