import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSpool, type Spool } from '../../src/fleet/agent/spool.ts';
import { sha256 } from '../../src/syntax/json/canonical-json.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-spool-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const seqsIn = (spool: Spool): readonly number[] => {
  const found: number[] = [];
  for (let next = spool.from(1); next; next = spool.from(next.seq + 1)) found.push(next.seq);
  return found;
};
const end = (seq: number) => ({ seq, hash: sha256(String(seq)) });

it('has every reading that it said to have kept after the process was killed, whole and in order', async () => {
  let said = 0;
  for (const killAfter of [1, 2, 5]) {
    const child = spawn(
      process.execPath,
      ['--import', 'jiti/register', 'test/fleet/spool-program.ts', folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const exited = once(child, 'exit');
    const before = said;
    for await (const line of createInterface(child.stdout)) {
      said = Number(line);
      if (said >= before + killAfter) child.kill('SIGKILL');
    }
    await exited;
    const spool = openSpool(folder);
    const { seq, hash } = spool.state().end;
    // One may be on the disk that the process could not say any more.
    expect(seq - said).toBeGreaterThanOrEqual(0);
    expect(seq - said).toBeLessThanOrEqual(1);
    expect(hash).toBe(sha256(String(seq)));
    expect(seqsIn(spool)).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
    for (const each of seqsIn(spool)) {
      const parts = spool.from(each)?.parts ?? [];
      expect(parts.map((part) => spool.read(part).length)).toEqual([20_000, 20_000, 20_000]);
    }
    said = seq;
  }
}, 60_000);

it('takes away what was not finished, and what there is a receipt for', () => {
  const spool = openSpool(folder);
  for (const seq of [1, 2, 3]) expect(spool.append(end(seq), [Buffer.from(`r${seq}`)])).toBe(true);
  spool.receipt(1, new Date(0));
  writeFileSync(join(folder, '000000000004.0000.envelope'), 'half of');
  writeFileSync(join(folder, '000000000004.0001.envelope.tmp'), 'a');
  const again = openSpool(folder);
  expect(seqsIn(again)).toEqual([2, 3]);
  expect(again.state()).toMatchObject({ waiting: 2, bytes: 4, receipted: 1, end: { seq: 3 } });
  expect(again.append(end(4), [Buffer.from('whole')])).toBe(true);
  expect(String(again.read(again.from(4)?.parts[0] ?? ''))).toBe('whole');
});

it('keeps nothing where there is no room', () => {
  const spool = openSpool(folder, 10);
  expect(spool.append(end(1), [Buffer.alloc(8)])).toBe(true);
  expect(spool.append(end(2), [Buffer.alloc(8)])).toBe(false);
  expect(spool.state()).toMatchObject({ waiting: 1, bytes: 8, end: { seq: 1 } });
  spool.receipt(1, new Date(0));
  expect(spool.append(end(2), [Buffer.alloc(8)])).toBe(true);
});
