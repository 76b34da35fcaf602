import { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';

/** Is told how the run ended, where that is not well. */
export type Finish = (code: ExitCode) => void;

/** What the help of the whole tells of a command, and its code. */
interface Entry {
  readonly what: string;
  /** Its arguments; absent where it has none. */
  readonly takes?: string;
  readonly load: (finish: Finish) => Promise<Command>;
}

/** The commands in the order of the help; each is loaded with all that it needs when it is asked for. */
export const commands: Readonly<Record<string, Entry>> = {
  scan: {
    what: 'collect, assess and report in one step',
    takes: '[targets...]',
    load: async (finish) => (await import('./commands/scan.ts')).scanCommand(finish),
  },
  collect: {
    what: 'read targets and save what was read as a snapshot',
    takes: '[targets...]',
    load: async (finish) => (await import('./commands/collect.ts')).collectCommand(finish),
  },
  assess: {
    what: 'judge a saved snapshot; needs no engine, and gives the same bytes every time',
    takes: '<snapshot>',
    load: async (finish) => (await import('./commands/assess.ts')).assessCommand(finish),
  },
  record: {
    what: 'read targets and save chosen subjects as a fixture for tests of controls',
    takes: '[targets...]',
    load: async (finish) => (await import('./commands/record.ts')).recordCommand(finish),
  },
  report: {
    what: 'make reports from a saved assessment; needs no engine',
    takes: '<assessment>',
    load: async () => (await import('./commands/report.ts')).reportCommand(),
  },
  bundle: {
    what: 'make a bundle of a saved assessment and its snapshot; needs no engine',
    takes: '<assessment>',
    load: async () => (await import('./commands/bundle.ts')).bundleCommand(),
  },
  verify: {
    what: 'check that a bundle is as it was made, every byte, and who signed it; or a ledger, every entry',
    takes: '<bundle|ledger>',
    load: async (finish) => (await import('./commands/verify.ts')).verifyCommand(finish),
  },
  replay: {
    what: 'assess the snapshot of a bundle again; tell what differs, and why',
    takes: '<bundle>',
    load: async (finish) => (await import('./commands/replay.ts')).replayCommand(finish),
  },
  list: {
    what: 'list controls, frameworks, formats, rules of lint, or targets',
    takes: '<what>',
    load: async () => (await import('./commands/list.ts')).listCommand(),
  },
  explain: {
    what: 'explain a control, a framework, one requirement of a framework, or a rule of lint',
    takes: '<id>',
    load: async () => (await import('./commands/explain.ts')).explainCommand(),
  },
  crosswalk: {
    what: 'show what changes in status when a standard changes its edition',
    takes: '<from> <to> [file]',
    load: async () => (await import('./commands/crosswalk.ts')).crosswalkCommand(),
  },
  attest: {
    what: 'begin the statements that only people can make, one file each',
    takes: '[framework]',
    load: async () => (await import('./commands/attest.ts')).attestCommand(),
  },
  export: {
    what: 'write a framework and its mapping as OSCAL',
    takes: '<framework>',
    load: async () => (await import('./commands/export.ts')).exportCommand(),
  },
  history: {
    what: 'list what a ledger keeps, the newest last',
    load: async () => (await import('./commands/history.ts')).historyCommand(),
  },
  trend: {
    what: 'show how failures went, series by series',
    load: async () => (await import('./commands/trend.ts')).trendCommand(),
  },
  period: {
    what: 'report on a period: how long each control failed, how many scans, the gaps between them',
    load: async () => (await import('./commands/period.ts')).periodCommand(),
  },
  diff: {
    what: 'say what changed between two assessments, each change under its cause',
    takes: '<before> <after>',
    load: async (finish) => (await import('./commands/diff.ts')).diffCommand(finish),
  },
  ledger: {
    what: 'verify a ledger, prune it, or take an assessment out of it',
    takes: '[command]',
    load: async (finish) => (await import('./commands/ledger.ts')).ledgerCommand(finish),
  },
  access: {
    what: 'say what a scan would read, and whether you may; nothing is collected',
    takes: '[targets...]',
    load: async (finish) => (await import('./commands/access.ts')).accessCommand(finish),
  },
  config: {
    what: 'show the configuration in force, with all that it extends, and where each value was said',
    load: async () => (await import('./commands/config.ts')).configCommand(),
  },
  init: {
    what: 'begin a project: a configuration, a first control with its test, and what runs them',
    takes: '[folder]',
    load: async () => (await import('./commands/init.ts')).initCommand(),
  },
  new: {
    what: 'add a control or a framework to a project: its file, its test, its place in the list',
    takes: '<what> <id>',
    load: async () => (await import('./commands/new.ts')).newCommand(),
  },
  lint: {
    what: 'look at the source of controls: what would make a verdict wrong or hard to repeat',
    takes: '[path...]',
    load: async (finish) => (await import('./commands/lint.ts')).lintCommand(finish),
  },
  docs: {
    what: 'write pages of every control and framework, and of what changed in the catalog',
    load: async () => (await import('./commands/docs.ts')).docsCommand(),
  },
};

/** The command that is named first; where none is, all of them as far as a list of them needs, or to tell the nearest. */
export async function loadCommands(
  words: readonly string[],
  finish: Finish,
): Promise<readonly Command[]> {
  const [named = ''] = words[0] === 'help' ? words.slice(1) : words;
  const asked = Object.hasOwn(commands, named) ? commands[named] : undefined;
  if (asked) return [(await asked.load(finish)).description(asked.what)];
  return Object.entries(commands).map(([name, { what, takes = '' }]) =>
    new Command(name).description(what).usage(takes),
  );
}
