import { diffAssessments } from '../../evidence.ts';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText } from '../../report.ts';
import { Command } from 'commander';
import type { ConfigSource } from '../config/load-config.ts';
import { diffPage } from '../compare/diff-page.ts';
import type { ExitCode } from '../options/exit-codes.ts';
import { writeOutput } from '../output/files.ts';
import { gateDifference } from '../scanning/gate.ts';
import { isOfLedger, loadAssessment } from '../reporting/load-assessment.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { addRules } from '../options/option-rules.ts';
import { terminalWidth } from '../terminal/wrap.ts';
import { layPage } from '../terminal/page.ts';
import { paint } from '../terminal/paint.ts';
import { text } from '../../index.ts';

/** `plimsoll diff A B` */
export function diffCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('diff')
    .argument('<before>', 'assessment, bundle, number of a ledger entry, latest, or LEDGER#NUMBER')
    .argument('<after>', 'the same');
  addRules(command, [{ option: '--strict', not: '--fail-on none' }]);
  addOptions(command, ['ledger', 'failOn', 'strict', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll diff monday.json friday.json
  plimsoll diff monday.plimsoll friday.plimsoll --lang zh
  plimsoll diff 41 latest --ledger plimsoll.db
  plimsoll diff plimsoll.db#41 now.json --fail-on medium
  plimsoll diff ./41 now.json --json | jq '.findings[] | select(.causes == ["facts"])'

Exit codes: 1 when something newly fails at or over --fail-on (default high), or with --strict can no longer be judged;
0 whatever else changed. A failure that existed before, or is waived, does not count.`,
  );
  return command.action(async (before: string, after: string, options: SharedOptions) => {
    if (options.ledger !== undefined && ![before, after].some(isOfLedger)) {
      throw new PlimsollError(
        'option-invalid',
        text(
          '--ledger has no effect: no entry of the ledger is named.',
          '--ledger 不起作用：未指明账本的条目。',
        ),
        {
          hint: text(
            'Name an entry by its number, or latest, or leave out --ledger.',
            '请用编号或 latest 指明一个条目，或去掉 --ledger。',
          ),
        },
      );
    }
    const config = await source.load(options);
    const difference = diffAssessments(
      await loadAssessment(before, options, source),
      await loadAssessment(after, options, source),
    );
    const page = diffPage(difference, [before, after], options.lang ?? config.language ?? 'en');
    await writeOutput(
      '-',
      options.json === true
        ? `${jsonText(page.data)}\n`
        : layPage(page, paint(process.stdout), terminalWidth()),
    );
    const failOn = options.failOn ?? config.failOn ?? 'high';
    finish(gateDifference(difference, failOn, options.strict ?? config.strict ?? false));
  });
}
