import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Podman's API with state of its own, for one test file. */
export interface PodmanService {
  readonly socket: string;
  readonly image: string;
  /** Runs the podman command line against it and answers what it printed. */
  readonly podman: (...args: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const image = 'localhost/box:1';

/**
 * Starts Podman's API as root, with a folder of its own; needs podman, runc and busybox-static of Debian. The runtime is
 * named, since Podman prefers crun where it is installed, and crun starts nothing under hybrid cgroups.
 *
 * @throws Error with its log when it does not come up within half a minute
 */
export async function startPodman(): Promise<PodmanService> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-podman-'));
  const at = (name: string): string => join(folder, name);
  const socket = at('podman.sock');
  const service = [
    ...['--root', at('root'), '--runroot', at('run'), '--storage-driver', 'vfs'],
    ...['--runtime', 'runc', '--cgroup-manager', 'cgroupfs', '--events-backend', 'file'],
    ...['system', 'service', '--time=0', `unix://${socket}`],
  ];
  const child = spawn('podman', service, { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = once(child, 'exit');
  const podman = async (...args: readonly string[]): Promise<string> =>
    (await run('podman', ['--url', `unix://${socket}`, ...args])).stdout.trimEnd();
  const stop = async (): Promise<void> => {
    await podman('rm', '--all', '--force', '--time=0').catch(() => '');
    child.kill('SIGTERM');
    await ended;
    const mounts = (await readFile('/proc/self/mountinfo', 'utf8'))
      .split('\n')
      .map((line) => line.split(' ')[4] ?? '')
      .filter((path) => path.startsWith(`${folder}/`))
      .toSorted((a, b) => b.length - a.length);
    for (const path of mounts) await run('umount', ['--lazy', path]).catch(() => undefined);
    // What a container's end left running may still write.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
  try {
    for (let tries = 0; ; tries += 1) {
      if (await podman('version').then(Boolean, () => false)) break;
      if (tries > 100 || child.exitCode !== null) {
        throw new Error(`Podman did not come up:\n${log}`);
      }
      await sleep(100);
    }
    await mkdir(at('rootfs/bin'), { recursive: true });
    await mkdir(at('rootfs/etc'));
    await copyFile('/bin/busybox', at('rootfs/bin/busybox'));
    await symlink('busybox', at('rootfs/bin/sleep'));
    await writeFile(at('rootfs/etc/passwd'), 'root:x:0:0::/:/bin/sh\napp:x:1000:1000::/:/bin/sh\n');
    await writeFile(at('rootfs/etc/group'), 'root:x:0:\napp:x:1000:\n');
    await run('tar', ['-C', at('rootfs'), '-cf', at('rootfs.tar'), '.']);
    await podman('import', at('rootfs.tar'), image);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, image, podman, stop };
}
