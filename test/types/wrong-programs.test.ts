import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const folder = path.join(import.meta.dirname, 'wrong');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

/** The program and what is expected of it, beside one another. */
const fileOf = (name: string, extension: '.ts' | '.txt'): string =>
  path.join(folder, name + extension);

/** All of them as one program, as strict as a user's can be, with the types as users get them. */
function compile(): (name: string) => string {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) =>
    ts.sys.readFile(name),
  ) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  options.paths = { plimsoll: ['./dist/index.d.ts'], 'plimsoll/*': ['./dist/*.d.ts'] };
  const program = ts.createProgram(
    names.map((name) => fileOf(name, '.ts')),
    options,
  );
  return (name) => {
    const source = program.getSourceFile(fileOf(name, '.ts'));
    return ts
      .getPreEmitDiagnostics(program, source)
      .map((diagnostic) => {
        const at = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
        const said = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
        return `${(at?.line ?? 0) + 1}:${(at?.character ?? 0) + 1} ${settle(said)}\n`;
      })
      .join('');
  };
}

/** Takes out of a message what changes with every control that is added: which ids are shown, and how many are not. */
const settle = (said: string): string =>
  said
    .replaceAll(/"[\w-]+"(?: \| "[\w-]+")* \| \.\.\. \d+ more \.\.\.(?: \| "[\w-]+")?/g, '…ids')
    .replaceAll(/Control<(?:[^;']*?) \| \.\.\. \d+ more \.\.\. \| Control<\.\.\.>/g, '…controls')
    .replaceAll(/\.\.\. \d+ more \.\.\./g, '…')
    .replaceAll(/"[\w-]+"(?: \| "[\w-]+")+/g, (union) => union.split(' | ').toSorted().join(' | '));

describe('wrong programs', () => {
  const saidOf = compile();

  it.each(names)('%s', (name) => {
    const said = saidOf(name);
    const file = fileOf(name, '.txt');
    if (process.env['UPDATE'] === 'true') writeFileSync(file, said);
    expect(existsSync(file)).toBe(true);
    expect(said).toBe(readFileSync(file, 'utf8'));
  });

  it('are told in words that fit on a screen', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
    const tooLong = names.filter((name) => {
      const said = saidOf(name);
      return said === '' || said.length > 1000 || said.trimEnd().split('\n').length > 3;
    });
    expect(tooLong).toEqual([]);
  });
});
