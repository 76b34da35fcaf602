import { Command } from 'commander';
import { addConfigOptions } from './config/config-options.ts';
import type { ConfigUse } from './config/config-use.ts';
import { configSource, type ConfigSource } from './config/load-config.ts';
import type { ExitCode } from './options/exit-codes.ts';
import { holdToRules } from './options/option-rules.ts';

/** Receives how the run ended, if it did not end well. */
export type Finish = (code: ExitCode) => void;

/** What a command is given for its run. */
interface Run {
  readonly finish: Finish;
  /** Its only way to a configuration. */
  readonly config: ConfigSource;
}

/** What the help of the whole tells of a command, how it comes by its configuration, and its code. */
interface Entry {
  readonly what: string;
  /** Its arguments; absent where it has none. */
  readonly takes?: string;
  /** Every command says so, since a configuration is code: one that only reads evidence never looks for it. */
  readonly config: ConfigUse;
  readonly load: (run: Run) => Promise<Command>;
}

/** The commands in the order of the help; each is loaded with all that it needs when it is asked for. */
export const commands: Readonly<Record<string, Entry>> = {
  scan: {
    what: 'collect, assess and report in one step',
    takes: '[targets...]',
    config: 'found-if-trusted',
    load: async ({ finish, config }) =>
      (await import('./commands/scan.ts')).scanCommand(finish, config),
  },
  collect: {
    what: 'read targets and save what was read as a snapshot',
    takes: '[targets...]',
    config: 'found-if-trusted',
    load: async ({ finish, config }) =>
      (await import('./commands/collect.ts')).collectCommand(finish, config),
  },
  watch: {
    what: 'watch engines, and judge again as soon as something happens to one',
    takes: '[targets...]',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/watch.ts')).watchCommand(config),
  },
  admission: {
    what: 'judge requests to make a container before there is one: a file, or as a plugin of the engine',
    takes: '[command]',
    config: 'found-if-trusted',
    load: async ({ finish, config }) =>
      (await import('./commands/admission.ts')).admissionCommand(finish, config),
  },
  fleet: {
    what: 'try a fleet on this machine: a hub and some hosts, with nothing to install',
    takes: '[command]',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/fleet.ts')).fleetCommand(config),
  },
  agent: {
    what: 'enrol this host at a hub, and send it what is read here',
    takes: '[command]',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/agent.ts')).agentCommand(config),
  },
  hub: {
    what: 'take in, keep, judge and show the evidence of many hosts',
    takes: '[command]',
    config: 'found-if-trusted',
    load: async ({ finish, config }) =>
      (await import('./commands/hub.ts')).hubCommand(finish, config),
  },
  assess: {
    what: 'judge a saved snapshot; needs no engine, and gives the same bytes every time',
    takes: '<snapshot>',
    config: 'found-if-trusted',
    load: async ({ finish, config }) =>
      (await import('./commands/assess.ts')).assessCommand(finish, config),
  },
  record: {
    what: 'read targets and save chosen subjects as a fixture for tests of controls',
    takes: '[targets...]',
    config: 'found-if-trusted',
    load: async ({ finish, config }) =>
      (await import('./commands/record.ts')).recordCommand(finish, config),
  },
  report: {
    what: 'make reports from a saved assessment; needs no engine',
    takes: '<assessment>',
    config: 'never-unless-named',
    load: async ({ config }) => (await import('./commands/report.ts')).reportCommand(config),
  },
  bundle: {
    what: 'make a bundle of a saved assessment and its snapshot; needs no engine',
    takes: '<assessment>',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/bundle.ts')).bundleCommand(config),
  },
  verify: {
    what: 'verify every byte of a bundle and who signed it, or every entry of a ledger',
    takes: '<bundle|ledger>',
    config: 'never-unless-named',
    load: async ({ finish, config }) =>
      (await import('./commands/verify.ts')).verifyCommand(finish, config),
  },
  replay: {
    what: 'assess the snapshot of a bundle again; show what differs, and why',
    takes: '<bundle>',
    config: 'never-unless-named',
    load: async ({ finish, config }) =>
      (await import('./commands/replay.ts')).replayCommand(finish, config),
  },
  list: {
    what: 'list controls, frameworks, formats, rules of lint, or targets',
    takes: '<what>',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/list.ts')).listCommand(config),
  },
  explain: {
    what: 'explain a control, a framework, one requirement of a framework, or a rule of lint',
    takes: '<id>',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/explain.ts')).explainCommand(config),
  },
  crosswalk: {
    what: 'show what changes in status when a standard changes its edition',
    takes: '<from> <to> [file]',
    config: 'never-unless-named',
    load: async ({ config }) => (await import('./commands/crosswalk.ts')).crosswalkCommand(config),
  },
  attest: {
    what: 'draft the statements that only people can make, one file each',
    takes: '[framework]',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/attest.ts')).attestCommand(config),
  },
  export: {
    what: 'write a framework and its mapping as OSCAL',
    takes: '<framework>',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/export.ts')).exportCommand(config),
  },
  history: {
    what: 'list what a ledger keeps, the newest last',
    config: 'never-unless-named',
    load: async ({ config }) => (await import('./commands/history.ts')).historyCommand(config),
  },
  trend: {
    what: 'show how failures developed, series by series',
    config: 'never-unless-named',
    load: async ({ config }) => (await import('./commands/trend.ts')).trendCommand(config),
  },
  period: {
    what: 'report on a period: how long each control failed, how many scans, the gaps between them',
    config: 'never-unless-named',
    load: async ({ config }) => (await import('./commands/period.ts')).periodCommand(config),
  },
  diff: {
    what: 'show what changed between two assessments, each change under its cause',
    takes: '<before> <after>',
    config: 'never-unless-named',
    load: async ({ finish, config }) =>
      (await import('./commands/diff.ts')).diffCommand(finish, config),
  },
  ledger: {
    what: 'verify a ledger, prune it, or write out an assessment that it keeps',
    takes: '[command]',
    config: 'never-unless-named',
    load: async ({ finish, config }) =>
      (await import('./commands/ledger.ts')).ledgerCommand(finish, config),
  },
  access: {
    what: 'show what a scan would read, and whether you have access; nothing is collected',
    takes: '[targets...]',
    config: 'never-unless-named',
    load: async ({ finish, config }) =>
      (await import('./commands/access.ts')).accessCommand(finish, config),
  },
  config: {
    what: 'show the configuration in force, with all that it extends, and where each value was set',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/config.ts')).configCommand(config),
  },
  init: {
    what: 'create a project: a configuration, a first control with its test, and what runs them',
    takes: '[folder]',
    config: 'none',
    load: async () => (await import('./commands/init.ts')).initCommand(),
  },
  new: {
    what: 'add a control or a framework to a project: its file, its test, its place in the list',
    takes: '<what> <id>',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/new.ts')).newCommand(config),
  },
  lint: {
    what: 'check the source of controls for what makes a verdict wrong or hard to repeat',
    takes: '[path...]',
    config: 'found-if-trusted',
    load: async ({ finish, config }) =>
      (await import('./commands/lint.ts')).lintCommand(finish, config),
  },
  docs: {
    what: 'write pages of every control and framework, and of what changed in the catalog',
    config: 'found-if-trusted',
    load: async ({ config }) => (await import('./commands/docs.ts')).docsCommand(config),
  },
  completion: {
    what: 'write the completions of a shell: bash, zsh or fish',
    takes: '<shell>',
    config: 'none',
    load: async () => (await import('./commands/completion.ts')).completionCommand(everyCommand),
  },
};

/** Every command speaks the language that is asked for, if only in its errors. */
async function speakLanguages(command: Command): Promise<void> {
  const isGroup = command.commands.length > 0;
  if (isGroup || command.options.some(({ long }) => long === '--lang' || long === '--language')) {
    return;
  }
  // Nothing of options is loaded to list the commands.
  const { addOptions } = await import('./options/options.ts');
  addOptions(command, ['language']);
}

/** All commands with all of their options, which takes as long as all of them together. */
export async function everyCommand(): Promise<readonly Command[]> {
  const all: Command[] = [];
  for (const name of Object.keys(commands)) all.push(...(await loadCommands([name], () => {})));
  return all;
}

/** The command that is named first; where none is, all of them as far as a list of them needs, or to tell the nearest. */
export async function loadCommands(
  words: readonly string[],
  finish: Finish,
): Promise<readonly Command[]> {
  const [named = ''] = words[0] === 'help' ? words.slice(1) : words;
  const asked = Object.hasOwn(commands, named) ? commands[named] : undefined;
  if (asked) {
    const command = await asked.load({ finish, config: configSource(asked.config) });
    addConfigOptions(command, asked.config);
    for (const each of [command, ...command.commands]) {
      await speakLanguages(each);
      holdToRules(each);
    }
    return [command.description(asked.what)];
  }
  return Object.entries(commands).map(([name, { what, takes = '' }]) =>
    new Command(name).description(what).usage(takes),
  );
}
