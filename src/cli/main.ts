import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { exitCodes, type ExitCode } from './options/exit-codes.ts';
import { fileError, standardOutput } from './terminal/file-error.ts';
import { loadCommands } from './load-commands.ts';
import { nameChoices } from './terminal/name-choices.ts';
import { reportError, sayUsage } from './terminal/report-error.ts';
import { hearLanguage } from './terminal/spoken-language.ts';
import { watchStrays } from './watch-strays.ts';

/**
 * Runs the command line and returns the exit code. Output goes to stdout, everything about the run
 * itself to stderr.
 */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  hearLanguage(argv.slice(2));
  let exitCode: ExitCode = exitCodes.ok;
  const finish = (code: ExitCode): void => {
    exitCode = code;
  };
  const program = new Command('plimsoll')
    .description(
      'Judges Docker engines, hosts, containers and images by the settings really in force,\n' +
        'and keeps the evidence that each standard needs.',
    )
    .version(version, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(see plimsoll --help)')
    .showSuggestionAfterError()
    .configureOutput(usageErrors)
    .configureHelp({
      subcommandTerm: (command) =>
        `${command.name()} ${command.usage().replace('[options]', '').trim()}`,
    })
    .addHelpText('after', examples);
  for (const command of await loadCommands(argv.slice(2), finish)) {
    for (const each of [command, ...command.commands]) {
      each.exitOverride().configureOutput(usageErrorsOf(each));
    }
    program.addCommand(command);
  }
  const isBroken = watchOutput();
  const strays = watchStrays();
  try {
    await program.parseAsync([...argv]);
    // What a check or a collector left behind may still be about to fail.
    await new Promise(setImmediate);
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.trouble;
    }
    if (!isBroken()) reportError(error);
    return exitCodes.trouble;
  } finally {
    strays.ended();
  }
  return isBroken() || strays.any() ? exitCodes.trouble : exitCode;
}

/** The same of a command: where a value is missing that is one of few, it names them. */
const usageErrorsOf = (command: Command) => ({
  outputError: (text: string, write: (text: string) => void): void =>
    write(sayUsage(nameChoices(text, command))),
});

/** What was typed stays on its line. */
const usageErrors = {
  outputError: (text: string, write: (text: string) => void): void => write(sayUsage(text)),
};

/** Reports an output that accepts nothing, once, and answers whether there was one. */
function watchOutput(): () => boolean {
  let broken = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of our output may stop reading: that is no failure of ours.
    if (error.code === 'EPIPE' || broken) return;
    broken = true;
    reportError(fileError(standardOutput, 'write', error));
    // It may come when everything else is done.
    process.exitCode = exitCodes.trouble;
  });
  return () => broken;
}

const examples = `
Examples:
  plimsoll scan                                       the local engine and this host
  plimsoll scan --framework cis-docker-1.8.0@1 --format html,pdf --out report
  plimsoll scan unix:///run/docker.sock --json | jq .summary
  plimsoll collect -o snapshot.json && plimsoll assess snapshot.json -o assessment.json
  plimsoll report assessment.json --format pdf --lang zh -o report
  plimsoll explain workload-no-engine-socket

Exit codes: 0 nothing failed at or over --fail-on, 1 something did, 2 plimsoll could not do what was asked.`;
