import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { pastDoors } from '../../scripts/past-doors.ts';

/** A door before a light thing and a heavy one, another door before that, and three who come in by them. */
const house = {
  'door.ts': "export { light, heavy } from './rooms.ts';\nexport type { Kind } from './rooms.ts';",
  'rooms.ts':
    "export { light } from './light.ts';\nexport { made as heavy, type Kind } from './heavy.ts';",
  'light.ts': "export const light = () => 'the light one';",
  'heavy.ts': "export type Kind = 'heavy';\nexport const made = () => 'the heavy one';",
  'first.ts': "import { light as lit } from './door.ts';\nconsole.log(lit());",
  'second.ts':
    "import { light, heavy, type Kind } from './door.ts';\nconst kind: Kind = 'heavy';\nconsole.log(kind, light(), heavy());",
  'third.ts':
    "import type { Kind } from './door.ts';\nconsole.log('nothing' satisfies string as Kind | string);",
} as const;

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-doors-'));
const source = path.join(folder, 'src');
mkdirSync(source);
writeFileSync(path.join(folder, 'package.json'), '{"type":"module","sideEffects":false}');
for (const [name, text] of Object.entries(house)) writeFileSync(path.join(source, name), text);
afterAll(() => rmSync(folder, { recursive: true }));

/** What is loaded with each program, by its name. */
async function built(plugins: Plugin[]): Promise<Readonly<Record<string, string>>> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ['first', 'second', 'third'].map((name) => `src/${name}.ts`),
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'dist',
    write: false,
    metafile: true,
    plugins,
  });
  const textOf = (name: string): string =>
    outputFiles.find((file) => file.path === path.join(folder, name))?.text ?? '';
  const loaded = (name: string): string =>
    [
      textOf(name),
      ...(metafile.outputs[name]?.imports ?? []).map(({ path: next }) => loaded(next)),
    ].join('\n');
  return Object.fromEntries(
    ['first', 'second', 'third'].map((name) => [name, loaded(`dist/${name}.js`)]),
  );
}

describe('who comes in by a door', () => {
  it('loads what is behind it and not needed, as esbuild does it', async () => {
    expect((await built([]))['first']).toContain('the heavy one');
  });

  it('loads what is needed of it alone', async () => {
    const { first, second, third } = await built([pastDoors()]);
    expect(first).toContain('the light one');
    expect(first).not.toContain('the heavy one');
    expect(second).toContain('the light one');
    expect(second).toContain('the heavy one');
    expect(third).not.toMatch(/the (?:light|heavy) one/);
  });
});
