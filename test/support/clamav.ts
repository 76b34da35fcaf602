import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testFile } from '../../src/collectors/malware/clamav/test-file.ts';
import { freePort } from './free-port.ts';
import { tar } from './tar.ts';

const sum = (algorithm: 'md5' | 'sha256', bytes: Buffer): string =>
  createHash(algorithm).update(bytes).digest('hex');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** The form of ClamAV's own database, unsigned and with one signature of ours: it is what the date is told of. */
export function datedDatabase(of: Date, signatures: string): Buffer {
  const day = `${two(of.getUTCDate())} ${months[of.getUTCMonth()] ?? ''} ${of.getUTCFullYear()}`;
  const time = `${two(of.getUTCHours())}-${two(of.getUTCMinutes())} +0000`;
  const head = (md5: string): string =>
    `ClamAV-VDB:${day} ${time}:27999:1:90:${md5}:x:own:${Math.floor(of.getTime() / 1000)}`;
  const body = Buffer.from(signatures);
  const info = `${head('X')}\ndaily.hdb:${body.length}:${sum('sha256', body)}\n`;
  const packed = tar([
    { name: 'COPYING', body: 'Ours.\n' },
    { name: 'daily.info', body: info },
    { name: 'daily.hdb', body },
  ]);
  return Buffer.concat([Buffer.from(head(sum('md5', packed)).padEnd(512)), packed]);
}

/** The test file by its sum, under a name of our own. */
export const ownSignature = (name = 'Own.TestFile'): string =>
  `${sum('md5', testFile())}:${testFile().length}:${name}\n`;

/** What a clamd is started with. */
export interface ClamdSetup {
  /** The date of its database; one without a date when absent. */
  readonly of?: Date;
  readonly signatures?: string;
  /** Lines of its configuration beside those that it needs. */
  readonly lines?: readonly string[];
}

/** A clamd of the tests' own. */
export interface TestClamd {
  readonly folder: string;
  /** As `--malware` names it. */
  readonly via: string;
  readonly viaTcp: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Writes a folder of signatures. */
export async function writeDatabase(folder: string, { of, signatures }: ClamdSetup): Promise<void> {
  await mkdir(folder, { recursive: true });
  const own = signatures ?? ownSignature();
  // The name is what makes it the one whose date ClamAV tells; the ending, that nobody signed it.
  if (of) await writeFile(join(folder, 'daily.cud'), datedDatabase(of, own));
  else await writeFile(join(folder, 'own.hdb'), own);
}

/** Starts Debian's clamd with a configuration, a socket and a folder of signatures of its own. */
export async function startClamd(setup: ClamdSetup = {}): Promise<TestClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-clamd-'));
  const database = join(folder, 'db');
  const socket = join(folder, 'clamd.sock');
  await writeDatabase(database, setup);
  await mkdir(join(folder, 'tmp'));
  const port = await freePort();
  const lines = [
    `LocalSocket ${socket}`,
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${database}`,
    `TemporaryDirectory ${join(folder, 'tmp')}`,
    'Foreground yes',
    'MaxThreads 4',
    ...(setup.lines ?? ['AlertExceedsMax yes']),
  ];
  await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  const child = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], {
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  }
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await answers(socket)); tries += 1) {
    if (tries > 300 || child.exitCode !== null) {
      await stop();
      throw new Error(`clamd did not start: ${said}`);
    }
    await sleep(50);
  }
  return { folder, via: `clamd:${socket}`, viaTcp: `clamd://127.0.0.1:${port}`, child, stop };
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.end());
  });
