import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, copyFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How an engine is started. */
export interface EngineOptions {
  /** Further flags of dockerd. */
  readonly flags?: readonly string[];
  /** What its own daemon.json holds; absent means that it has none. */
  readonly daemonJson?: Readonly<Record<string, unknown>>;
  /**
   * Whether it has a network namespace of its own, with the default bridge and packet filter rules as
   * usual. Otherwise it has neither bridge nor rules, so that engines side by side do not meet.
   */
  readonly ownNetwork?: boolean;
}

/** A real engine with its own state, for one test file. */
export interface TestEngine {
  readonly socket: string;
  /** Process id of dockerd. */
  readonly pid: number;
  /** A reference of the one image it has: busybox, with a shell, `sleep` and a user 1000. */
  readonly image: string;
  readonly folder: string;
  /** Runs the docker command line against it and answers what it printed, without the last line feed. */
  readonly docker: (...args: readonly string[]) => Promise<string>;
  /** Ends dockerd with a signal, and starts it again as it was; resolves when it answers. */
  readonly restart: (signal: NodeJS.Signals) => Promise<void>;
  /** Has it read its configuration file again, as `systemctl reload docker` does; resolves when it has. */
  readonly reload: (daemonJson: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Ends it and its containers, and removes what it left. */
  readonly stop: () => Promise<void>;
}

const image = 'plimsoll.test/busybox:1';

/**
 * Starts a private engine; needs root, and docker.io, docker-cli and busybox-static of Debian.
 *
 * @throws Error with the engine's log when it does not come up within half a minute
 */
export async function startEngine(options: EngineOptions = {}): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-engine-'));
  const at = (name: string): string => join(folder, name);
  const socket = at('docker.sock');
  await writeFile(at('daemon.json'), JSON.stringify(options.daemonJson ?? {}));
  const quiet = ['--bridge=none', '--iptables=false', '--ip6tables=false'];
  const flags = [
    ...['--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('pid')],
    ...['--config-file', at('daemon.json'), '--host', `unix://${socket}`],
    ...(options.ownNetwork === true ? [] : quiet),
    ...(options.flags ?? []),
  ];
  const loopback = 'busybox ip link set lo up && exec "$@"';
  const [program, words] =
    options.ownNetwork === true
      ? ['unshare', ['-n', '--', 'sh', '-c', loopback, 'sh', 'dockerd', ...flags]]
      : ['dockerd', flags];
  const log = createWriteStream(at('log'));
  const begin = () => {
    const begun = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    begun.stdout.pipe(log, { end: false });
    begun.stderr.pipe(log, { end: false });
    return { child: begun, ended: once(begun, 'exit') };
  };
  let { child, ended } = begin();

  const docker = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('docker', ['--host', `unix://${socket}`, ...args], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.trimEnd();
  };
  const stop = async (): Promise<void> => {
    const left = await docker('ps', '--all', '--quiet').catch(() => '');
    if (left !== '') await docker('rm', '--force', ...left.split('\n')).catch(() => '');
    // Bridges stay behind when an engine ends, and a machine has addresses for some thirty of them.
    await docker('network', 'prune', '--force').catch(() => '');
    child.kill('SIGTERM');
    await ended;
    log.end();
    await unmountBelow(folder);
    // What a container's end left running may still write.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
  const isEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const restart = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
    ({ child, ended } = begin());
    await waitUntilReady(docker, isEnded, at('log'));
  };
  const reloads = async (): Promise<number> =>
    (await readFile(at('log'), 'utf8')).split('Reloaded configuration:').length;
  const reload = async (daemonJson: Readonly<Record<string, unknown>>): Promise<void> => {
    const before = await reloads();
    await writeFile(at('daemon.json'), JSON.stringify(daemonJson));
    child.kill('SIGHUP');
    while ((await reloads()) === before) {
      if (isEnded()) throw new Error(`The engine ended:\n${await readFile(at('log'), 'utf8')}`);
      await sleep(50);
    }
  };
  try {
    await waitUntilReady(docker, isEnded, at('log'));
    await importImage(docker, at('rootfs'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, pid: child.pid ?? 0, image, folder, docker, restart, reload, stop };
}

async function waitUntilReady(
  docker: TestEngine['docker'],
  ended: () => boolean,
  log: string,
): Promise<void> {
  for (let tries = 0; tries < 300 && !ended(); tries += 1) {
    try {
      await docker('version');
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`The engine did not come up:\n${await readFile(log, 'utf8')}`);
}

/** An image from Debian's static busybox; nothing is fetched. */
async function importImage(docker: TestEngine['docker'], rootfs: string): Promise<void> {
  for (const name of ['bin', 'etc', 'tmp', 'srv']) {
    await mkdir(join(rootfs, name), { recursive: true });
  }
  await copyFile('/bin/busybox', join(rootfs, 'bin/busybox'));
  for (const name of ['sh', 'sleep', 'true', 'cat', 'ls', 'touch', 'wget', 'id']) {
    await symlink('busybox', join(rootfs, 'bin', name));
  }
  await writeFile(
    join(rootfs, 'etc/passwd'),
    'root:x:0:0::/:/bin/sh\napp:x:1000:1000::/srv:/bin/sh\n',
  );
  await writeFile(join(rootfs, 'etc/group'), 'root:x:0:\napp:x:1000:\n');
  const archive = `${rootfs}.tar`;
  await run('tar', ['-C', rootfs, '-cf', archive, '.']);
  await docker('import', archive, image);
}

/** What an engine mounted and did not take down, deepest first. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8'))
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((path) => path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length);
  for (const path of mounts) await run('umount', ['--lazy', path]).catch(() => undefined);
}
