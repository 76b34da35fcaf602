import type { Section } from '../../document/blocks/block.ts';
import { paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { joined, quiet } from '../../document/blocks/content.ts';
import type { Problems } from '../../document/selections/problems.ts';
import type { Say } from '../../locale/translate.ts';
import type { MessageId } from '../../words/messages.ts';
import { blank } from '../forms/blank.ts';
import { issueOf } from './issues.ts';

/**
 * Triggers of 重大风险隐患 that hosts and containers may meet, with the items of level 3 that bear on them: numbers from a copy
 * of the list of 2025 in an open repository, the items by this project’s own reading.
 */
const triggers = [
  ['A-18', 'mlps.trigger-passwords', ['8.1.4.1 a)']],
  ['A-19', 'mlps.trigger-factors', ['8.1.4.1 d)']],
  ['A-20', 'mlps.trigger-rights', ['8.1.4.2 d)']],
  ['A-21', 'mlps.trigger-ports', ['8.1.4.4 b)']],
  ['A-22', 'mlps.trigger-flaws', ['8.1.4.4 e)']],
  ['A-23', 'mlps.trigger-malware', ['8.1.4.5']],
  ['A-24, A-25', 'mlps.trigger-plain', ['8.1.4.8 a)', '8.1.4.8 b)']],
  ['A-26', 'mlps.trigger-backup', ['8.1.4.9 a)']],
] as const satisfies readonly (readonly [string, MessageId, readonly string[]])[];

/** 重大风险隐患: problems that an assessor should hold against the triggers; whether one is met, the assessor says. */
export function majorRisksSection({ all }: Problems, say: Say): Section {
  const title = say('mlps.major');
  return section('major-risks', title, [
    paragraph(quiet(say('mlps.major-note'))),
    table(
      title,
      [
        wide(say('mlps.trigger'), 1),
        wide(say('mlps.items-concerned'), 0.7),
        wide(say('mlps.issues'), 1.4),
        wide(say('mlps.met-by'), 1),
      ],
      triggers.map(([number, name, items]) => {
        const wanted: readonly string[] = items;
        const problems = all.filter((problem) =>
          problem.items.some(({ id }) => wanted.includes(id)),
        );
        return [
          `${number} ${say(name)}`,
          items.join(say('scope.comma')),
          problems.length === 0
            ? quiet(say('mlps.no-issue'))
            : joined(
                problems.map((problem) => issueOf(problem, say)),
                say('scope.comma'),
              ),
          blank('mlps-body', say),
        ];
      }),
    ),
  ]);
}
