import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A host of its own inside this machine: its own mounts and processes, an /etc that can be written without
 * any effect outside, an empty /run, and an empty /var/lib/docker.
 */
export interface PrivateHost {
  /** Its root directory as this process sees it. */
  readonly root: string;
  readonly procRoot: string;
  /** The first of its processes, as this machine numbers it. */
  readonly pid: number;
  /** Runs a shell command inside, and answers what it printed. */
  readonly shell: (command: string) => Promise<string>;
  /** Starts an engine inside with these further flags, and waits until it answers. */
  readonly startEngine: (...flags: readonly string[]) => Promise<PrivateEngine>;
  /**
   * Starts an engine as systemd does where a docker.socket unit is: something else opens its Unix socket and
   * a TCP port, keeps both open, and hands them over.
   */
  readonly startActivatedEngine: (
    port: number,
    ...flags: readonly string[]
  ) => Promise<PrivateEngine>;
  /** Ends everything inside, and removes what it left. */
  readonly stop: () => Promise<void>;
}

export interface PrivateEngine {
  /** Its process as the private host numbers it. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Read by bash as it comes up; when its input ends, it ends, and the kernel ends all that is inside. */
const setUp = (folder: string): string => `
set -e
mkdir -p ${folder}/upper ${folder}/work ${folder}/docker
mount --make-rprivate /
mount -t overlay overlay -o lowerdir=/etc,upperdir=${folder}/upper,workdir=${folder}/work /etc
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /var/lib/docker
mount --bind ${folder}/docker /var/lib/docker
rm -rf /etc/docker && mkdir -m 755 /etc/docker
busybox ip link set lo up
echo ready
while read -r _; do :; done
`;

/** Without rules of a packet filter and without a bridge, engines do not meet on the one network. */
const quietFlags = ['--bridge=none', '--iptables=false', '--ip6tables=false'];

const log = '/run/dockerd.log';
const begun = '/run/dockerd.started';
const askState = `docker version >/dev/null 2>&1 && echo up ||
  { kill -0 $(cat ${begun}) 2>/dev/null && echo coming || echo gone; }`;

/**
 * Opens both sockets, starts what its arguments name with them in the way of sd_listen_fds(3), and from
 * then on does nothing, so that it takes no connection.
 */
const handOver = `
const { createServer } = require("node:net");
const { spawn } = require("node:child_process");
const [port, ...words] = process.argv.slice(1);
const unix = createServer().listen("/run/docker.sock");
const tcp = createServer().listen(Number(port), "127.0.0.1", () => {
  const script = "LISTEN_PID=$$ LISTEN_FDS=2 exec \\"$@\\"";
  const stdio = ["ignore", "inherit", "inherit", unix._handle.fd, tcp._handle.fd];
  const child = spawn("bash", ["-c", script, "-", ...words], { stdio });
  child.once("spawn", () => process.kill(process.pid, "SIGSTOP"));
});`;

/**
 * Starts one; needs root.
 *
 * @param network whether it gets a network of its own, with nothing but its loopback; else it is on this
 * machine's
 */
export async function startPrivateHost({ network = false } = {}): Promise<PrivateHost> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-host-'));
  const own = network ? ['-n'] : [];
  const words = ['-m', '-p', ...own, '--fork', '--mount-proc', 'bash', '-c', setUp(folder)];
  const unshare = spawn('unshare', words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(unshare, 'exit');
  await Promise.race([once(unshare.stdout, 'data'), ended]);
  const children = `/proc/${unshare.pid}/task/${unshare.pid}/children`;
  const pid = Number((await readFile(children, 'utf8')).trim());
  const root = `/proc/${pid}/root`;

  const shell = async (command: string): Promise<string> => {
    const inside = ['-t', String(pid), '-m', '-p', '-n', '--', 'bash', '-c', command];
    return (await run('nsenter', inside)).stdout;
  };
  const start = async (before: readonly string[], flags: readonly string[]) => {
    const words = [...before, 'dockerd', ...quietFlags, ...flags].map((word) => `'${word}'`);
    await shell(`${words.join(' ')} >${log} 2>&1 </dev/null & echo $! >${begun}`);
    for (let tries = 0; ; tries += 1) {
      const state = (await shell(askState)).trim();
      if (state === 'up') break;
      if (tries > 150 || state === 'gone') {
        throw new Error(`The engine did not come up:\n${await shell(`cat ${log}`)}`);
      }
      await sleep(100);
    }
    const engine = Number(await shell('cat /run/docker.pid'));
    const end = `b=$(cat ${begun}); kill ${engine}; [ $b = ${engine} ] || kill -9 $b
      while kill -0 ${engine} 2>/dev/null; do sleep 0.1; done`;
    return { pid: engine, stop: async () => void (await shell(end)) };
  };
  const stop = async (): Promise<void> => {
    unshare.stdin.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return {
    root,
    procRoot: `${root}/proc`,
    pid,
    shell,
    startEngine: (...flags) => start([], flags),
    startActivatedEngine: (port, ...flags) => {
      const before = [process.execPath, '-e', handOver, String(port)];
      return start(before, ['-H=fd://', ...flags]);
    },
    stop,
  };
}
