import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess } from './fleet-processes.ts';
import { freePort } from './free-port.ts';

/** NATS servers of a test's own, which are one cluster. */
export interface TestNats {
  readonly urls: readonly string[];
  /** Sends one of them a signal; waits for the end of what it ends. */
  readonly signal: (node: number, signal: NodeJS.Signals) => Promise<void>;
  readonly start: (node: number) => Promise<void>;
  /** Removes what one of them kept on its disk. */
  readonly wipe: (node: number) => void;
  readonly stop: () => Promise<void>;
}

/** Starts three servers by `deploy/nats.conf` with these accounts, on free ports of this machine. */
export async function startNats(accounts: string): Promise<TestNats> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-nats-'));
  const nodes: { readonly port: number; readonly route: number }[] = [];
  for (let node = 0; node < 3; node += 1) {
    nodes.push({ port: await freePort(), route: await freePort() });
  }
  const file = join(folder, 'nats.conf');
  copyFileSync('deploy/nats.conf', file);
  writeFileSync(join(folder, 'accounts.conf'), accounts);
  const routes = nodes.map((each) => `nats://127.0.0.1:${each.route}`).join(', ');
  const running: (ChildProcess | undefined)[] = [];
  const disk = (node: number): string => join(folder, `data-${node}`);
  const start = async (node: number): Promise<void> => {
    const { port, route } = nodes[node] ?? { port: 0, route: 0 };
    running[node] = spawn('nats-server', ['-c', file, '-l', join(folder, `log-${node}`)], {
      stdio: 'ignore',
      env: {
        PATH: `${process.env['PATH']}:/usr/sbin`,
        NATS_NAME: `n${node}`,
        NATS_LISTEN: `127.0.0.1:${port}`,
        NATS_CLUSTER: `127.0.0.1:${route}`,
        NATS_ROUTES: `[${routes}]`,
        NATS_STORE: disk(node),
      },
    });
    for (let tries = 0; tries < 200; tries += 1) {
      if (await listens(port)) return;
      await sleep(50);
    }
    throw new Error(`nats-server ${node} did not start`);
  };
  const signal = async (node: number, name: NodeJS.Signals): Promise<void> => {
    if (name === 'SIGSTOP' || name === 'SIGCONT') running[node]?.kill(name);
    else await endProcess(running[node], name);
  };
  for (const node of nodes.keys()) await start(node);
  return {
    urls: nodes.map(({ port }) => `nats://127.0.0.1:${port}`),
    signal,
    start,
    wipe: (node) => rmSync(disk(node), { recursive: true, force: true }),
    stop: async () => {
      for (const node of nodes.keys()) await signal(node, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
