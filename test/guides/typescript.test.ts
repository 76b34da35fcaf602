import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksOf, guides } from '../support/guides.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};
// Inside the project, so that the packages that a block imports are found as a user's would be.
const folder = mkdtempSync(path.join(root, 'node_modules', '.guides-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const blocks = guides
  .flatMap((page) => blocksOf(page, 'ts'))
  .map((block) => {
    const name = `${block.page.replace(/\W/g, '-')}-${block.line}.ts`;
    const file = path.join(folder, name);
    writeFileSync(file, block.code);
    return { ...block, file, place: `${block.page}:${block.line}` };
  });

/** What the compiler says of every block, in one program as strict as a user's can be. */
function compile(): readonly string[] {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) =>
    ts.sys.readFile(name),
  ) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  // The types as users get them.
  options.paths = { plimsoll: ['./dist/index.d.ts'], 'plimsoll/*': ['./dist/*.d.ts'] };
  const program = ts.createProgram(
    blocks.map(({ file }) => file),
    options,
  );
  return blocks.flatMap(({ file, page, line }) => {
    const source = program.getSourceFile(file);
    return ts.getPreEmitDiagnostics(program, source).map((diagnostic) => {
      const at = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
      return `${page}:${line + at}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`;
    });
  });
}

describe('TypeScript in the guides', () => {
  it('compiles', () => {
    expect(blocks.length).toBeGreaterThan(3);
    expect(compile()).toEqual([]);
  });

  it.each(blocks.filter(({ notRun }) => notRun === undefined))('runs: $place', async ({ file }) => {
    const doors = Object.keys(manifest.exports).flatMap(
      (each) => /^\.\/(\w+)$/.exec(each)?.[1] ?? [],
    );
    const jiti = createJiti(import.meta.url, {
      fsCache: false,
      alias: {
        ...Object.fromEntries(
          doors.map((door) => [`plimsoll/${door}`, path.join(root, 'dist', `${door}.js`)]),
        ),
        plimsoll: path.join(root, 'dist/index.js'),
      },
    });
    await expect(jiti.import(file)).resolves.toBeDefined();
  });
});
