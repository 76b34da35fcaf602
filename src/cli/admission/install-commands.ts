import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../index.ts';
import type { SharedOptions } from '../options/options.ts';
import { writeOutput } from '../output/files.ts';
import { show } from '../terminal/print-text.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import { addServing, type Serving } from './deciding.ts';
import {
  backup,
  makeChanges,
  planInstall,
  planUninstall,
  type Change,
} from './install-admission.ts';

interface Placing extends SharedOptions {
  readonly root: string;
  readonly dryRun?: boolean;
  readonly restart?: boolean;
}

interface InstallOptions extends Placing, Serving {
  readonly socket: string;
  readonly enforce?: boolean;
}

/** `plimsoll admission install` */
export function installCommand(): Command {
  const command = new Command('install')
    .description('have Docker on this host ask the plugin, which systemd runs')
    .option(
      '--socket <socket>',
      'socket at which Docker finds it',
      socketPath,
      '/run/docker/plugins/plimsoll.sock',
    )
    .option('--enforce', 'refuse what fails; without it, it is said and let through');
  addServing(command);
  addPlacing(command).addHelpText(
    'after',
    `
The command writes two units of systemd, names the plugin in /etc/docker/daemon.json and keeps a copy of that file beside it.
Units and plugins of others are left alone. Docker asks the plugin once it was reloaded or restarted, which is left to you,
unless --restart is given.

Examples:
  sudo plimsoll admission install --dry-run
  sudo plimsoll admission install --restart
  sudo plimsoll admission install --enforce --deny high --exemptions /etc/plimsoll/exemptions.json`,
  );
  return command.action(async (options: InstallOptions) => {
    const { root, socket } = options;
    if (root === '/' && options.dryRun !== true) await findPrograms();
    const changes = await planInstall(root, { socket, words: wordsOf(options) });
    await settle(changes, options, installed);
  });
}

/** `plimsoll admission uninstall` */
export function uninstallCommand(): Command {
  const command = new Command('uninstall').description('take back what install wrote');
  addPlacing(command).addHelpText(
    'after',
    `
Examples:
  sudo plimsoll admission uninstall --dry-run
  sudo plimsoll admission uninstall --restart`,
  );
  return command.action(async (options: Placing) => {
    await settle(await planUninstall(options.root), options, uninstalled);
  });
}

const addPlacing = (command: Command): Command =>
  command
    .option('--root <folder>', 'folder that the files of the host lie below, as of an image', '/')
    .option('--dry-run', 'show what would be written and write nothing')
    .option('--restart', 'restart Docker as well');

/** What is left to do, as words of a command line, and what follows from it. */
interface Next {
  readonly done: Text;
  readonly commands: readonly (readonly string[])[];
  readonly notes: readonly Text[];
}

const units = ['plimsoll-admission.socket', 'plimsoll-admission.service'];

/** Docker reads which plugins it asks without an interruption, as it does when it is started. */
const askDocker = ['systemctl', 'reload', 'docker'] as const;

const installed: Next = {
  done: text('Written:', '已写入：'),
  commands: [['systemctl', 'daemon-reload'], ['systemctl', 'restart', ...units], askDocker],
  notes: [
    text(
      'Decisions: journalctl -u plimsoll-admission',
      '判定记录：journalctl -u plimsoll-admission',
    ),
    text(
      'The way back: plimsoll admission uninstall --restart',
      '撤回：plimsoll admission uninstall --restart',
    ),
  ],
};

const uninstalled: Next = {
  done: text('Taken back:', '已撤回：'),
  commands: [askDocker, ['systemctl', 'stop', ...units], ['systemctl', 'daemon-reload']],
  notes: [],
};

const words = {
  nothing: text('Nothing is to be changed.', '无需更改。'),
  would: text('Would be changed:', '将会更改：'),
  removed: text('removed', '移除'),
  kept: text('kept as it was before', '更改前的副本'),
  next: text('What is left to do:', '接下来：'),
} as const;

async function settle(
  changes: readonly Change[],
  { root, dryRun = false, restart = false }: Placing,
  next: Next,
): Promise<void> {
  if (restart && root !== '/') throw nothingRuns();
  if (!dryRun) await makeChanges(root, changes);
  const said = [
    inSpoken(changes.length === 0 ? words.nothing : dryRun ? words.would : next.done),
    ...changes.map((change) => `  ${sayChange(change)}`),
    ...(dryRun ? changes.flatMap(sayContent) : []),
  ];
  // Each waits for the one before: Docker is not to be reloaded for a plugin that did not start.
  const asked = `  ${next.commands.map((command) => command.join(' ')).join(' &&\n  ')}`;
  const left = restart && !dryRun ? [] : [inSpoken(words.next), asked];
  const lines = [...said, ...left, ...next.notes.map(inSpoken)];
  await writeOutput('-', `${lines.join('\n')}\n`);
  if (!restart || dryRun) return;
  for (const command of next.commands) {
    const [program = '', ...rest] =
      command === askDocker ? ['systemctl', 'restart', 'docker'] : command;
    await promisify(execFile)(program, rest).catch((cause: unknown) => {
      throw failed([program, ...rest].join(' '), cause);
    });
  }
}

function sayChange({ path, to }: Change): string {
  if (to === undefined) return `${path}  (${inSpoken(words.removed)})`;
  if (typeof to !== 'string') return `${path} → ${to.link}`;
  return path === backup ? `${path}  (${inSpoken(words.kept)})` : path;
}

const sayContent = ({ path, to }: Change): readonly string[] =>
  typeof to === 'string' && path !== backup
    ? ['', `${path}:`, ...to.trimEnd().split('\n').map(show)]
    : [];

function wordsOf(options: InstallOptions): readonly string[] {
  const { config, enforce = false, denyControl = [], exemptions } = options;
  const given = [
    ['--deny', options.deny],
    ['--unknown', options.unknown],
    ['--deadline', options.deadline],
    ['--exemptions', exemptions === undefined ? undefined : resolve(exemptions)],
    ['--contact', options.contact],
    ...denyControl.map((id) => ['--deny-control', id]),
  ].flatMap(([name = '', value]) => (value === undefined ? [] : [String(name), String(value)]));
  return [
    ...(typeof config === 'string' ? ['--config', resolve(config)] : ['--no-config']),
    ...['--mode', enforce ? 'enforce' : 'observe'],
    ...given,
  ];
}

/** Where systemd looks for programs: a plugin that does not start keeps Docker waiting. */
async function findPrograms(): Promise<void> {
  const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin'];
  for (const program of ['plimsoll', 'node']) {
    const found = folders.map((folder) => access(join(folder, program), constants.X_OK));
    await Promise.any(found).catch((cause: unknown) => {
      throw new PlimsollError(
        'option-invalid',
        text(
          `systemd does not find ${program} in ${folders.join(', ')}.`,
          `systemd 在 ${folders.join('、')} 中找不到 ${program}。`,
        ),
        {
          hint: text(
            'Install it for all of the host: npm install --global plimsoll',
            '请为整台宿主机安装：npm install --global plimsoll',
          ),
          cause,
        },
      );
    });
  }
}

const failed = (command: string, cause: unknown): PlimsollError =>
  new PlimsollError('option-invalid', text(`${command} failed.`, `${command} 失败。`), {
    hint: text(
      'The reason: journalctl -u plimsoll-admission -u docker. To take back what was written: plimsoll admission uninstall',
      '原因见：journalctl -u plimsoll-admission -u docker。撤回已写入的内容：plimsoll admission uninstall',
    ),
    cause,
  });

const nothingRuns = (): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text('Nothing runs below --root that could be restarted.', '--root 之下没有可重启的服务。'),
  );

function socketPath(value: string): string {
  if (/^\/(?:[\w.-]+\/)*[a-zA-Z0-9][\w.-]*\.sock$/.test(value)) return value;
  throw new InvalidArgumentError(
    inSpoken(text('Give an absolute path that ends in .sock.', '请给出以 .sock 结尾的绝对路径。')),
  );
}
