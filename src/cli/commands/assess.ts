import { Command } from 'commander';
import { assessSnapshot } from '../scanning/assess-snapshot.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { readSnapshot } from '../input/read-snapshot.ts';
import { checkOutput } from '../output/check-output.ts';
import { writeOutput } from '../output/files.ts';
import { reportError } from '../terminal/report-error.ts';
import { timeError, timeLimit } from '../scanning/time-limit.ts';
import { gate } from '../scanning/gate.ts';
import { jsonChunks } from '../output/json-chunks.ts';
import { languageOf } from '../options/languages.ts';
import { printStatements } from '../scanning/print-statements.ts';
import { addOptions, scopeOptions, type SharedOptions } from '../options/options.ts';
import { addRules } from '../options/option-rules.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../index.ts';

interface Options extends SharedOptions {
  readonly output: string;
}

/** `plimsoll assess snapshot.json -o assessment.json` */
export function assessCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('assess')
    .argument('<snapshot>', 'file made by plimsoll collect, or a bundle; - is stdin')
    .requiredOption('-o, --output <file>', 'file for the assessment; - is stdout');
  addRules(command, [{ option: '--strict', not: '--fail-on none' }]);
  addOptions(command, [
    'framework',
    ...scopeOptions,
    'failOn',
    'strict',
    'quiet',
    'language',
    'at',
    'timeout',
  ]).addHelpText(
    'after',
    `
Examples:
  plimsoll assess snapshot.json -o assessment.json --framework pci-dss-3.1
  plimsoll collect -o - | plimsoll assess - -o - | jq .summary`,
  );
  return command.action(async (path: string, options: Options) => {
    const isOver = timeLimit(options);
    const config = await source.load(options);
    await checkOutput(options.output, [path]);
    const snapshot = await readSnapshot(path, config);
    const { assessment, missing } = await assessSnapshot(snapshot, config, options, isOver);
    if (options.quiet !== true) await printStatements(assessment, languageOf(options, config));
    const late = isOver();
    await writeOutput(options.output, jsonChunks(assessment));
    if (options.quiet !== true && options.output !== '-') {
      process.stderr.write(
        inSpoken(
          text(
            `${assessment.summary.findings} findings written to ${options.output}\n`,
            `${assessment.summary.findings} 条结果已写入 ${options.output}\n`,
          ),
        ),
      );
    }
    if (late) reportError(timeError());
    if (missing) reportError(missing);
    const verdict = gate(
      assessment,
      options.failOn ?? config.failOn ?? 'high',
      options.strict ?? config.strict ?? false,
    );
    finish(late || missing ? exitCodes.trouble : verdict);
  });
}
