import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFileMode, parseFileMode } from '../../../src/syntax/file-mode/file-mode.ts';

const letters = (from: string, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...from.split('')), { maxLength: most }).map((all) => all.join(''));

const octal = fc.tuple(fc.constantFrom('', '', '+', '-', '='), letters('01234567', 7));

const clause = fc.tuple(
  letters('ugoa', 2),
  fc.array(
    fc.tuple(fc.constantFrom('+', '-', '='), fc.oneof(letters('rwxXst', 3), letters('ugo', 1))),
    { minLength: 1, maxLength: 3 },
  ),
);

const mode = fc.oneof(
  octal.map((parts) => parts.join('')),
  fc
    .array(clause, { minLength: 1, maxLength: 3 })
    .map((all) => all.map(([who, steps]) => who + steps.flat().join('')).join(',')),
  letters('rwx+-=,7ugo$ ', 6),
);

/** What chmod makes of files that have some bits, and `refused` where it takes no such mode. */
function changed(cases: readonly { readonly mode: string; readonly bits: number }[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-modes-'));
  try {
    writeFileSync(join(folder, 'f'), '');
    const script = `umask 022; while IFS= read -r bits && IFS= read -r mode; do
      chmod "$bits" f; case $(LC_ALL=C chmod -- "$mode" f 2>&1) in
      *'invalid mode'*) echo refused;; *) stat -c %a f;; esac; done`;
    const input = cases.map((each) => `${each.bits.toString(8)}\n${each.mode}\n`).join('');
    return execFileSync('sh', ['-c', script], { cwd: folder, input, encoding: 'utf8' })
      .trim()
      .split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a mode', () => {
  it('makes of a file what chmod makes of it', () => {
    const bits = fc.constantFrom(0o644, 0o755, 0o4711, 0o1777, 0o2640, 0, 0o6022);
    const cases = fc.sample(fc.record({ mode, bits }), { numRuns: 400, seed: 7 });
    const own = cases.map((each) => {
      const parsed = parseFileMode(each.mode);
      return parsed ? applyFileMode(parsed, each).toString(8) : 'refused';
    });
    expect(own).toEqual(changed(cases));
    expect(own.filter((each) => each !== 'refused').length).toBeGreaterThan(150);
  });
});
