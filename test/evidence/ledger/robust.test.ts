import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAssessment } from '../../../src/evidence/ledger/append.ts';
import { readEntries } from '../../../src/evidence/ledger/entries.ts';
import { openLedger } from '../../../src/evidence/ledger/open-ledger.ts';
import { verifyLedger } from '../../../src/evidence/ledger/verify-ledger.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { describeWithPostgres, describeWithRoot } from '../../support/needs.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = join(import.meta.dirname, '../../..');
/**
 * A process that appends to a ledger until it is ended, or so many times, and says the number of each entry once
 * it is told that the entry is kept. It uses what was built, since it is started hundreds of times.
 */
const writer = `
  import { readFileSync } from 'node:fs';
  import { appendAssessment, openLedger } from '${pathToFileURL(join(root, 'dist/ledger.js')).href}';
  const [location, path, times] = process.argv.slice(1);
  const assessment = JSON.parse(readFileSync(path, 'utf8'));
  const now = new Date(Date.UTC(2026, 9, 1));
  const ledger = await openLedger(location, { create: true, now });
  for (let at = 0; times === undefined || at < Number(times); at += 1) {
    const { seq } = await appendAssessment(ledger, assessment, now);
    process.stdout.write(seq + '\\n');
  }
  await ledger.close();
`;
const sample = sampleAssessment();
const saved = join(folder, 'assessment.json');
writeFileSync(saved, JSON.stringify(sample));
const words = (location: string, ...times: readonly string[]) => [
  '--input-type=module',
  '--eval',
  writer,
  location,
  saved,
  ...times,
];
const now = new Date(Date.UTC(2026, 9, 1));

/** What a ledger holds, and what is wrong with it. */
async function look(location: string) {
  const ledger = await openLedger(location, { now });
  const entries = await readEntries(ledger);
  const { problems } = await verifyLedger(ledger);
  await ledger.close();
  return { count: entries.length, problems };
}

/** Lets a writer run until it said that it kept a few entries, and ends it without warning at a chance moment. */
async function killOne(location: string, chance: number): Promise<number> {
  const child = spawn(process.execPath, words(location), {
    cwd: root,
    // Certificates that Node is told of there are read at each of its starts.
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const deadline = Date.now() + 20_000;
  while (!said.includes('\n') && child.exitCode === null && Date.now() < deadline) await sleep(2);
  await sleep(chance);
  child.kill('SIGKILL');
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
  return Math.max(0, ...said.split('\n').map(Number));
}

describe('a ledger in a file', () => {
  it('keeps what it said it kept, whenever its writer is killed', async () => {
    const kills = 200;
    const atOnce = 4;
    let told = 0;
    for (let round = 0; round < kills / atOnce; round += 1) {
      const location = join(folder, `killed-${round % 2}.db`);
      const said = await Promise.all(
        Array.from({ length: atOnce }, (_, at) => killOne(location, (round * 7 + at * 3) % 25)),
      );
      const { count, problems } = await look(location);
      expect(problems).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(Math.max(...said));
      told += said.filter((seq) => seq > 0).length;
    }
    expect(told).toBeGreaterThan(0);
  }, 300_000);

  it('takes two writers at once', async () => {
    const location = join(folder, 'two.db');
    const write = () => promisify(execFile)(process.execPath, words(location, '20'), { cwd: root });
    const said = await Promise.all([write(), write()]);
    const numbers = said.flatMap(({ stdout }) => stdout.trim().split('\n').map(Number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    );
    expect(await look(location)).toEqual({ count: 40, problems: [] });
  }, 120_000);
});

describeWithRoot('a ledger on a disk that is full', ['mount', 'umount'], () => {
  const mountPoint = mkdtempSync(join(tmpdir(), 'plimsoll-full-'));
  beforeAll(() =>
    promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', mountPoint]),
  );
  afterAll(async () => {
    // The driver keeps the file open for a while after it was closed.
    await promisify(execFile)('umount', ['--lazy', mountPoint]);
    rmSync(mountPoint, { recursive: true });
  });

  it('says so, and keeps what it had', async () => {
    const location = join(mountPoint, 'plimsoll.db');
    const ledger = await openLedger(location, { create: true, now });
    let kept = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await appendAssessment(ledger, sample, now);
        kept += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'ledger-full' });
    expect(kept).toBeGreaterThan(0);
    expect(await readEntries(ledger)).toHaveLength(kept);
    expect((await verifyLedger(ledger)).problems).toEqual([]);
    await ledger.close();
  }, 60_000);
});

describeWithPostgres('a ledger in PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  it('gives back what was put in, takes two writers, and refuses a change', async () => {
    const write = () =>
      promisify(execFile)(process.execPath, words(server.url, '10'), { cwd: root });
    await Promise.all([write(), write()]);
    expect(await look(server.url)).toEqual({ count: 20, problems: [] });
    const { sql } = await import('kysely');
    const ledger = await openLedger(server.url, { now });
    for (const statement of [
      sql`update plimsoll_entry set fail = 0`,
      sql`delete from plimsoll_body`,
      sql`truncate plimsoll_entry cascade`,
    ]) {
      await expect(ledger.write((db) => statement.execute(db))).rejects.toMatchObject({
        code: 'ledger-append-only',
      });
    }
    await ledger.write(async (db) => {
      await sql`alter table plimsoll_entry disable trigger all`.execute(db);
      await sql`update plimsoll_entry set fail = 0 where seq = 7`.execute(db);
    });
    const { problems } = await verifyLedger(ledger);
    expect(problems.map(({ seq }) => seq)).toContain(7);
    await ledger.close();
  }, 120_000);

  it('says that nothing answers, where nothing does', async () => {
    const nowhere = server.url.replace(/:\d+\//, ':1/');
    await expect(openLedger(nowhere, { now })).rejects.toMatchObject({
      code: 'ledger-unreachable',
    });
  });
});
