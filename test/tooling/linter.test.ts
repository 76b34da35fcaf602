import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-linter-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the linter of this project says of a program that stands alone; its exit code first. */
function lint(program: string): readonly [number | null, string] {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { types: [], paths: {} },
      include: ['program.ts'],
    }),
  );
  writeFileSync(join(folder, 'program.ts'), program);
  const args = ['--deny-warnings', '--config', join(root, '.oxlintrc.json'), 'program.ts'];
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return [status, stdout];
}

describe('the linter, which is also what checks the types', () => {
  it.each([
    ['a value of another type', 'export const port: number = "2376";', 'TS2322'],
    [
      'a property that is absent by another way',
      'export const gone: { a?: string } = { a: undefined };',
      'TS2375',
    ],
    [
      'an error that is expected and is none',
      '// @ts-expect-error: there is nothing wrong\nexport const port = 2376;',
      'TS2578',
    ],
    [
      'a promise that nobody waits for',
      'export const go = (): void => {\n  Promise.resolve(1);\n};',
      'no-floating-promises',
    ],
    [
      'an any that goes on',
      'export const read = (text: string): string => JSON.parse(text);',
      'no-unsafe-return',
    ],
  ])('tells %s', (_, program, rule) => {
    const [status, said] = lint(program);
    expect(said).toContain(rule);
    expect(status).toBe(1);
  });

  it('has nothing to say of a program that is right', () => {
    expect(lint('export const port = 2376;')[0]).toBe(0);
  });
});
