import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { readProcessStart } from '../../../src/collectors/proc/process-start.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const stat = (ticks: number): string =>
  `7 (a) b (c) S 1 7 7 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 ${ticks} 0 0\n`;

test('tells when a process began', async () => {
  const before = Date.now();
  const child = spawn('sleep', ['60']);
  onTestFinished(() => void child.kill());
  await once(child, 'spawn');
  const { at, milliseconds } = readProcessStart(child.pid ?? 0, '/proc');
  expect(Math.abs(milliseconds - before)).toBeLessThan(500);
  expect(Math.abs(Date.parse(at) - before)).toBeLessThanOrEqual(2_000);
  expect(at).toMatch(/:\d\d\.000Z$/);
});

test('a name with spaces and parentheses does not shift the fields', () => {
  const procRoot = temporaryRoot({
    '7/stat': stat(12_345),
    stat: 'btime 1000\n',
    uptime: '200.00 1\n',
  });
  const start = readProcessStart(7, procRoot, () => 1_200_000);
  expect(start).toEqual({
    at: new Date(1_123_000).toISOString(),
    milliseconds: 1_123_450,
    ticks: 12_345,
  });
});

test('an uptime that is another machine’s is not followed', () => {
  const procRoot = temporaryRoot({ '7/stat': stat(100), stat: 'btime 1000\n', uptime: '5.00 1\n' });
  expect(readProcessStart(7, procRoot, () => 1_200_000).milliseconds).toBe(1_001_000);
});

test('what it cannot read it does not make up', () => {
  const procRoot = temporaryRoot({ '7/stat': '7 (x) S\n', stat: 'cpu 1\n', uptime: '1 1\n' });
  expect(() => readProcessStart(7, procRoot)).toThrow(
    expect.objectContaining({ code: 'file-unreadable' }),
  );
  expect(() => readProcessStart(8, procRoot)).toThrow(
    expect.objectContaining({ code: 'file-not-found' }),
  );
});
