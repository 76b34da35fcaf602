import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { highWater } from '../high-water.ts';
import { casesFolder, containerOf, readCases, type Case, type Verdict } from './cases.ts';
import { verdictOf, type Fault, type Peer, type Place } from './peer.ts';
import { peers } from './peers.ts';
import { plimsoll } from './plimsoll.ts';

/** A tool on the cases. */
export interface Compared {
  readonly name: string;
  readonly ms: number;
  /** Of its own process, without those that it starts, bytes. */
  readonly peakBytes: number;
  /** What it says of each case. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

const root = path.join(import.meta.dirname, '../..');

/** Where a program is that a shell would find; `undefined` where there is none. */
function onPath({ programs }: Peer): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Asks Plimsoll and each tool on PATH, one after the other, about every case; the containers run on this engine.
 *
 * @param images those that the engine could build, by the file of their case
 */
export async function compare(
  engine: string,
  images: ReadonlyMap<string, string> = new Map(),
): Promise<readonly Compared[]> {
  const cases = readCases();
  const compared: Compared[] = [];
  for (const peer of [...plimsoll, ...peers]) {
    const program = peer.programs[0] === 'node' ? process.execPath : onPath(peer);
    if (program !== undefined) compared.push(await ask(peer, program, cases, engine, images));
  }
  return compared;
}

async function ask(
  peer: Peer,
  program: string,
  cases: readonly Case[],
  engine: string,
  images: ReadonlyMap<string, string>,
): Promise<Compared> {
  const out = mkdtempSync(path.join(tmpdir(), 'plimsoll-compare-'));
  try {
    const dockerfiles = cases
      .filter(({ file }) => file.endsWith('Dockerfile'))
      .map(({ file }) => path.join(casesFolder, file));
    const place = { cases: casesFolder, dockerfiles, out, engine, image: '' };
    const started = performance.now();
    let peakBytes = 0;
    const faultsAt = async (at: Place): Promise<readonly Fault[]> => {
      const done = await run(program, peer.command(at), engine);
      peakBytes = Math.max(peakBytes, done.peakBytes);
      return peer.faults(
        peer.report === undefined
          ? done.printed
          : readFileSync(path.join(out, peer.report), 'utf8'),
      );
    };
    const faults: Fault[] = [];
    if (peer.readsImages) {
      for (const [file, image] of images) {
        const found = await faultsAt({ ...place, image });
        faults.push(...found.map(({ rule }) => ({ what: file, rule })));
      }
    } else faults.push(...(await faultsAt(place)));
    const ms = performance.now() - started;
    const what = (each: Case): string => (each.options ? containerOf(each) : each.file);
    const isRead = ({ file }: Case): boolean => !peer.readsImages || images.has(file);
    return {
      name: peer.name,
      ms,
      peakBytes,
      verdicts: new Map(
        cases.map((each) => [
          each.id,
          isRead(each) ? verdictOf(peer, faults, each, what(each)) : 'not judged',
        ]),
      ),
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Runs a tool to its end. Its exit code says little: some end with 1 where they found something. */
function run(
  program: string,
  args: readonly string[],
  engine: string,
): Promise<{ printed: string; peakBytes: number }> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, DOCKER_HOST: engine },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, highWater(child.pid));
  }, 5);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      clearInterval(watch);
      resolve({ printed: Buffer.concat(chunks).toString(), peakBytes });
    });
  });
}
