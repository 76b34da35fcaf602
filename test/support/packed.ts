import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** What a command left behind. */
export interface Run {
  readonly status: number;
  /** What it printed, wherever to. */
  readonly said: string;
}

/**
 * What npm is told besides its command line: nothing optional, what is in its cache first, and no talk. The variables
 * by which npm and Vitest tell their children who runs them are left out: Node's own runner would say less for it.
 *
 * `NODE_FOLDER` names a folder with another `node`, which then runs everything.
 */
export function outsideEnvironment(): Readonly<Record<string, string | undefined>> {
  const { NODE_ENV: _, VITEST: __, NODE_OPTIONS: ___, NODE_FOLDER, ...all } = process.env;
  const env = Object.fromEntries(
    Object.entries(all).filter(([name]) => !/^npm_(?:package|lifecycle|command)/.test(name)),
  );
  return {
    ...env,
    PATH: [...(NODE_FOLDER === undefined ? [] : [NODE_FOLDER]), process.env['PATH']].join(':'),
    NO_COLOR: '1',
    npm_config_omit: 'optional',
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}

/** Runs a command as a person does, in a folder. */
export const runIn = (cwd: string, command: string, ...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(
      command,
      [...args],
      { cwd, env: outsideEnvironment(), maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const code: unknown = error === null ? 0 : error.code;
        resolve({ status: typeof code === 'number' ? code : -1, said: stdout + stderr });
      },
    );
  });

/**
 * Runs what has to succeed, and answers what it printed.
 *
 * @throws Error with all of it where it does not
 */
export async function mustRun(
  cwd: string,
  command: string,
  ...args: readonly string[]
): Promise<string> {
  const { status, said } = await runIn(cwd, command, ...args);
  if (status === 0) return said;
  throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${said}`);
}

/** Packs a package into a folder of its own, and answers the tarball's path. */
export async function packInto(folder: string, source: string = root): Promise<string> {
  await mustRun(
    source,
    'npm',
    'pack',
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    folder,
  );
  const name = (await readdir(folder)).find((each) => each.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm packed nothing into ${folder}`);
  return path.join(folder, name);
}
