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

/** The sources that are in a piece of the command line, and in all that is loaded before it. */
function sourcesOf(piece: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(piece)) return [];
  seen.add(piece);
  const code = readFileSync(join(dist, piece), 'utf8');
  const own = [...code.matchAll(/^\/\/ (src\/\S+)$/gm)].map(([, source = '']) => source);
  const imported = [...code.matchAll(/^(?:import|export) (?:[^;]*? from )?'\.\/([^']+)';$/gm)];
  return [...own, ...imported.flatMap(([, next = '']) => sourcesOf(next, seen))];
}

describe('an engine is asked before what is not needed for that is loaded', () => {
  const piece = readdirSync(dist).find((name) => /^scan-\w+\.js$/.test(name)) ?? '';

  it('the first piece of a scan holds the command and collects', () => {
    expect(sourcesOf(piece)).toEqual(
      expect.arrayContaining(['src/cli/commands/scan.ts', 'src/collectors/collect.ts']),
    );
  });

  it.each([
    'controls/workload/',
    'core/subjects/workload',
    'frameworks/',
    'reporters/documents/',
    'evidence/',
    'collectors/engine/assembly/',
    'collectors/engine/reading/',
    'collectors/dockerfile/',
    'collectors/compose/facts/',
    'collectors/scanner/adapters/',
    'collectors/malware/',
  ])('and nothing of %s', (room) => {
    const pattern = new RegExp(`^src/${room}`);
    expect(sourcesOf(piece).filter((source) => pattern.test(source))).toEqual([]);
  });
});
