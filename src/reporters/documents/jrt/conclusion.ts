import type { Section } from '../../document/block.ts';
import { section } from '../../document/blocks.ts';
import type { Say } from '../../say.ts';

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
