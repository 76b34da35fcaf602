import { jsonText } from '../../report.ts';
import { Command } from 'commander';
import { collectTargets, namedTargets } from '../scanning/collect-targets.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { checkOutput } from '../output/check-output.ts';
import { writeOutput } from '../output/files.ts';
import { show } from '../terminal/print-text.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../index.ts';

interface Options extends SharedOptions {
  readonly output: string;
}

/** `plimsoll record [TARGET…] -o fixtures/web.json` */
export function recordCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('record')
    .argument(
      '[targets...]',
      'see: plimsoll list targets (default: the local engine and this host)',
    )
    .requiredOption('-o, --output <file>', 'file for the fixture; - is stdout');
  addOptions(command, [
    'kind',
    'name',
    'timeout',
    'runScanner',
    'malware',
    'imageKey',
    'imageFiles',
    'profile',
    'composeEnvFile',
    'projectName',
    'quiet',
  ]).addHelpText(
    'after',
    `
Values that look like secrets are dropped, as collect drops them. Names, addresses and labels are
kept: review the file before you commit it.

Examples:
  plimsoll record --kind workload --name shop-web-1 -o fixtures/web.json
  plimsoll record unix:///run/docker.sock --kind engine,host -o fixtures/machine.json
  plimsoll record snapshot.json --kind image -o fixtures/images.json`,
  );
  return command.action(async (targets: string[], options: Options) => {
    const config = await source.load(options);
    await checkOutput(options.output, namedTargets(targets, config));
    const { snapshot, failures } = await collectTargets(targets, config, options);
    // Its subjects and schemas are for tests alone; no other command waits for them.
    const { makeFixture } = await import('../../testing.ts');
    const fixture = makeFixture(snapshot, { kinds: options.kind, names: options.name });
    await writeOutput(options.output, `${jsonText(fixture, 2)}\n`);
    if (options.quiet !== true && options.output !== '-') {
      for (const { kind, name } of fixture.subjects) {
        process.stderr.write(`${show(kind)} ${show(name)}\n`);
      }
      process.stderr.write(
        inSpoken(
          text(
            `${fixture.subjects.length} subjects written to ${options.output}. Review the file before you commit it.\n`,
            `${fixture.subjects.length} 个对象已写入 ${options.output}。提交前请检查该文件。\n`,
          ),
        ),
      );
    }
    if (failures.length > 0) finish(exitCodes.trouble);
  });
}
