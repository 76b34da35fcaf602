import { Command, Option } from 'commander';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { problemLines, saySummary } from '../project/lint-lines.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { expectLongRun } from '../terminal/expect-short-run.ts';
import { paint } from '../terminal/paint.ts';
import { progressLine } from '../terminal/progress-line.ts';
import { text } from '../../index.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

interface Options extends SharedOptions {
  readonly fix?: boolean;
}

/** `plimsoll lint [PATH…]` */
export function lintCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('lint')
    .argument(
      '[path...]',
      'files and folders (default: plimsoll.config.ts and all that it imports)',
    )
    .option('--fix', 'fix what can be fixed without changing any verdict')
    .addOption(new Option('--strict', 'warnings count as errors'));
  addOptions(command, ['language', 'json', 'quiet']).addHelpText(
    'after',
    `
Examples:
  plimsoll lint
  plimsoll lint controls/ --fix
  plimsoll lint --json | jq -r '.problems[].rule' | sort | uniq -c
  plimsoll list rules                      what lint checks
  plimsoll explain no-clock                why, and how to write it instead

To exempt a line, write above it: // plimsoll-ignore no-clock: the reason

Exit codes: 0 no errors, 1 errors (with --strict warnings too), 2 nothing could be checked.`,
  );
  return command.action(async (paths: readonly string[], options: Options) => {
    const { lang: language = 'en', json, quiet } = options;
    const [{ countLevel, lintControls }, named] = await Promise.all([
      import('../../authoring.ts'),
      paths.length > 0 ? paths : ownConfig(options, source),
    ]);
    expectLongRun();
    const progress = progressLine(quiet === true);
    const result = await lintControls(named, {
      root: process.cwd(),
      fix: options.fix === true,
      onProgress: ({ rule, done, total }) =>
        progress.say(
          inSpoken(text(`Checking ${rule} ${done}/${total}`, `正在检查 ${rule} ${done}/${total}`)),
        ),
    }).finally(progress.wipe);
    process.stdout.write(
      json === true
        ? `${jsonText(result, 2)}\n`
        : problemLines(result.problems, language, paint(process.stdout)),
    );
    const errors = countLevel(result.problems, 'error');
    const warnings = countLevel(result.problems, 'warning');
    if (quiet !== true) sayDone(saySummary({ ...result, errors, warnings }, language));
    const bad = errors + (options.strict === true ? warnings : 0);
    finish(bad > 0 ? exitCodes.findings : exitCodes.ok);
  });
}

const sayDone = (summary: string): void => {
  process.stderr.write(`${summary}\n`);
};

async function ownConfig(options: Options, source: ConfigSource): Promise<readonly string[]> {
  const file = await source.find(options);
  if (file !== undefined) return [file];
  throw new PlimsollError(
    'config-not-found',
    text(
      'There is no plimsoll.config.ts here or in a folder above.',
      '此处及上级文件夹中没有 plimsoll.config.ts。',
    ),
    {
      hint: text(
        'Name what to check: plimsoll lint controls/',
        '请指明要检查的内容：plimsoll lint controls/',
      ),
    },
  );
}
