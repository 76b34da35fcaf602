import { jsonText } from '../../report.ts';
import { Command } from 'commander';
import { collectTargets, namedTargets } from '../scanning/collect-targets.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { checkOutput } from '../output/check-output.ts';
import { writeOutput } from '../output/files.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../index.ts';

interface Options extends SharedOptions {
  readonly output: string;
}

/** `plimsoll collect [TARGET…] -o snapshot.json` */
export function collectCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('collect')
    .argument(
      '[targets...]',
      'see: plimsoll list targets (default: the local engine and this host)',
    )
    .requiredOption('-o, --output <file>', 'file for the snapshot; - is stdout');
  addOptions(command, [
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
Examples:
  plimsoll collect -o snapshot.json
  plimsoll collect context:production -o production.json
  plimsoll collect host:/host unix:///host/run/docker.sock -o node.json   in a container that mounts the host`,
  );
  return command.action(async (targets: string[], options: Options) => {
    const config = await source.load(options);
    await checkOutput(options.output, namedTargets(targets, config));
    const { snapshot, failures } = await collectTargets(targets, config, options);
    await writeOutput(options.output, `${jsonText(snapshot)}\n`);
    if (options.quiet !== true && options.output !== '-') {
      process.stderr.write(
        inSpoken(
          text(
            `${snapshot.subjects.length} subjects written to ${options.output}\n`,
            `${snapshot.subjects.length} 个对象已写入 ${options.output}\n`,
          ),
        ),
      );
    }
    if (failures.length > 0) finish(exitCodes.trouble);
  });
}
