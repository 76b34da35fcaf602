import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cliPath, placeOf, runCli } from '../../support/cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-watched-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (held: string): void => writeFileSync(join(folder, 'Dockerfile'), held);
const good = 'FROM debian:12.5\nUSER 1\nHEALTHCHECK CMD true\n';
const bad = 'FROM debian:12.5\nUSER 0\nHEALTHCHECK CMD true\n';

/** Starts with a good file, makes it bad and good again each time that `isSeen` says so of a line, and interrupts. */
async function follow(words: readonly string[], seen: readonly RegExp[]) {
  put(good);
  const { env } = placeOf({ cwd: folder });
  const child = spawn(process.execPath, [cliPath, 'scan', '.', '--watch', ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const steps = [() => put(bad), () => put(good), () => child.kill('SIGINT')];
  const lines: string[] = [];
  let at = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (seen[at]?.test(line) === true) steps[at++]?.();
  }
  const [code] = (await ended) as [number | null];
  return { lines, code };
}

describe('plimsoll scan --watch', () => {
  it.each([
    ['en', /^Failures 0 /, /^Failures 1 /, 'Failures 0 (new 0, gone 0)'],
    ['zh', /^失败 0 项/, /^失败 1 项/, '失败 0 项（新增 0，消失 0）'],
  ])(
    'prints what is new and what is gone, and counts it: %s',
    async (language, none, one, first) => {
      const { lines, code } = await follow(['--language', language], [none, one, none]);
      expect(lines[0]).toBe(first);
      const changes = lines.filter((line) => /^[+-] /.test(line)).map((line) => line.split(' '));
      // A file that is read while it is written may come and go more often.
      expect(changes.length).toBeGreaterThanOrEqual(2);
      const told = changes.map(([sign, , severity, id]) => [sign, severity, id]);
      expect(told).toContainEqual(['+', 'high', 'dockerfile-non-root-user']);
      expect(told.at(-1)?.[0]).toBe('-');
      expect(code).toBe(0);
    },
    60_000,
  );

  it('prints one object a line as JSON', async () => {
    const [none, one] = [/"failing":0/, /"failing":1/];
    const { lines, code } = await follow(['--json'], [none, one, none]);
    const objects = lines.map((line) => JSON.parse(line) as object);
    expect(objects[0]).toMatchObject({ kind: 'reading', changed: [], anew: ['Dockerfile'] });
    expect(objects).toContainEqual(
      expect.objectContaining({
        kind: 'change',
        what: 'new',
        finding: expect.objectContaining({ controlId: 'dockerfile-non-root-user' }) as object,
      }),
    );
    expect(code).toBe(0);
  }, 60_000);

  it('follows files alone, and at least one', async () => {
    const refused = async (words: readonly string[]) => {
      const { status, stderr } = await runCli(words, { cwd: folder });
      return [status, stderr.includes('plimsoll watch')];
    };
    expect(await refused(['scan', '--watch'])).toEqual([2, true]);
    expect(await refused(['scan', 'unix:///x.sock', '--watch'])).toEqual([2, true]);
  });
});
