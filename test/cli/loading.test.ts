import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

/** Packages that cost a command more time or memory than its own work, where it has no use for them. */
const heavy = [
  'ts-morph',
  'typescript',
  'yaml',
  'editorconfig',
  '@clack/prompts',
  '@myriaddreamin/typst-ts-node-compiler',
  '@sqlite.org/sqlite-wasm',
  'kysely',
  'libsql',
  'pg',
] as const;

/** The heavy packages that Node says it loads while a command runs. */
async function loadedBy(...args: readonly string[]): Promise<readonly string[]> {
  const { stderr } = await runCli(args, { env: { NODE_DEBUG: 'esm,module' } });
  expect(stderr).toContain('node_modules/zod/');
  return heavy.filter((name) => stderr.includes(`node_modules/${name}/`));
}

const snapshot = 'examples/recorded/snapshot.json';

describe('a command loads what it has a use for', () => {
  it.each([
    { args: ['list', 'controls'], loads: [] },
    { args: ['explain', 'workload-pids-limit'], loads: [] },
    { args: ['scan', snapshot, '--quiet'], loads: [] },
    { args: ['assess', snapshot, '--framework', 'cis-docker-1.8.0', '--quiet'], loads: [] },
    { args: ['scan', 'unix:///nonexistent/docker.sock'], loads: [] },
    { args: ['new', 'control', 'workload-x', '--help'], loads: [] },
  ])('plimsoll $args', async ({ args, loads }) => {
    expect(await loadedBy(...args)).toEqual(loads);
  });
});

const dist = join(import.meta.dirname, '../../dist');

/** What is in a piece of the command line and in all that is loaded before it: our sources, and packages. */
function loadedWith(piece: string): { sources: readonly string[]; packages: readonly string[] } {
  const sources: string[] = [];
  const seen = new Set<string>();
  const load = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    if (!name.startsWith('./')) return;
    const code = readFileSync(join(dist, name), 'utf8');
    for (const [, source = ''] of code.matchAll(/^\/\/ (src\/\S+)$/gm)) sources.push(source);
    const imports = code.matchAll(/^(?:import|export) (?:[^;]*? from )?'([^']+)';$/gm);
    for (const [, next = ''] of imports) load(next);
  };
  load(`./${piece}`);
  return { sources, packages: [...seen].filter((name) => !/^(?:\.\/|node:)/.test(name)) };
}

describe('an engine is asked before what is not needed for that is loaded', () => {
  const { sources, packages } = loadedWith(
    readdirSync(dist).find((name) => /^scan-\w+\.js$/.test(name)) ?? '',
  );

  it('the first piece of a scan holds the command and collects', () => {
    expect(sources).toEqual(
      expect.arrayContaining(['src/cli/commands/scan.ts', 'src/collectors/collect.ts']),
    );
  });

  it('of packages it needs what reads the command line', () => {
    expect(packages).toEqual(['commander']);
  });

  it.each([
    'controls/',
    'core/assessment/assess',
    'core/config/config-schema',
    'core/subjects/',
    'frameworks/',
    'reporters/documents/',
    'evidence/',
    'collectors/engine/',
    'collectors/dockerfile/',
    'collectors/compose/facts/',
    'collectors/scanner/adapters/',
    'collectors/malware/',
  ])('and nothing of %s', (room) => {
    expect(sources.filter((source) => source.startsWith(`src/${room}`))).toEqual([]);
  });
});
