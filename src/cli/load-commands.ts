import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';

/** Is told how the run ended, where that is not well. */
export type Finish = (code: ExitCode) => void;

/** The commands in the order of the help; each is loaded with all that it needs when it is asked for. */
const commands: Readonly<Record<string, (finish: Finish) => Promise<Command>>> = {
  scan: async (finish) => (await import('./commands/scan.ts')).scanCommand(finish),
  collect: async (finish) => (await import('./commands/collect.ts')).collectCommand(finish),
  assess: async (finish) => (await import('./commands/assess.ts')).assessCommand(finish),
  record: async (finish) => (await import('./commands/record.ts')).recordCommand(finish),
  report: async () => (await import('./commands/report.ts')).reportCommand(),
  bundle: async () => (await import('./commands/bundle.ts')).bundleCommand(),
  verify: async (finish) => (await import('./commands/verify.ts')).verifyCommand(finish),
  replay: async (finish) => (await import('./commands/replay.ts')).replayCommand(finish),
  list: async () => (await import('./commands/list.ts')).listCommand(),
  explain: async () => (await import('./commands/explain.ts')).explainCommand(),
  crosswalk: async () => (await import('./commands/crosswalk.ts')).crosswalkCommand(),
  attest: async () => (await import('./commands/attest.ts')).attestCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  history: async () => (await import('./commands/history.ts')).historyCommand(),
  trend: async () => (await import('./commands/trend.ts')).trendCommand(),
  period: async () => (await import('./commands/period.ts')).periodCommand(),
  diff: async (finish) => (await import('./commands/diff.ts')).diffCommand(finish),
  ledger: async (finish) => (await import('./commands/ledger.ts')).ledgerCommand(finish),
  access: async (finish) => (await import('./commands/access.ts')).accessCommand(finish),
  config: async () => (await import('./commands/config.ts')).configCommand(),
  init: async () => (await import('./commands/init.ts')).initCommand(),
  new: async () => (await import('./commands/new.ts')).newCommand(),
  lint: async (finish) => (await import('./commands/lint.ts')).lintCommand(finish),
  docs: async () => (await import('./commands/docs.ts')).docsCommand(),
};

/** Loads the command that is named first, or all of them where none is: to list, or to tell the nearest. */
export async function loadCommands(
  named: string | undefined,
  finish: Finish,
): Promise<readonly Command[]> {
  const asked = named !== undefined && Object.hasOwn(commands, named) ? commands[named] : undefined;
  return await Promise.all((asked ? [asked] : Object.values(commands)).map((load) => load(finish)));
}
