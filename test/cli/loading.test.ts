import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Options } from 'tsup';
import { describe, expect, it } from 'vitest';
import config from '../../tsup.config.ts';
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

const root = join(import.meta.dirname, '../..');
const command = 'src/cli/commands/scan.ts';

/** What is in the piece that begins with a source, and in all that is loaded before it: our sources, and packages. */
async function firstPiece(
  start: string,
): Promise<{ sources: readonly string[]; packages: readonly string[] }> {
  // As tsup has it built, and with word of which source is in which piece.
  const { entry, esbuildPlugins = [] } = config as Options;
  const { outputs } = (
    await build({
      absWorkingDir: root,
      entryPoints: entry ?? [],
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      outdir: 'dist',
      write: false,
      metafile: true,
      plugins: esbuildPlugins,
    })
  ).metafile;
  const sources: string[] = [];
  const packages = new Set<string>();
  const seen = new Set<string>();
  const load = (piece: string): void => {
    if (seen.has(piece)) return;
    seen.add(piece);
    const { inputs = {}, imports = [] } = outputs[piece] ?? {};
    for (const [source, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput > 0) sources.push(source);
    }
    for (const { path, kind, external = false } of imports) {
      if (kind === 'dynamic-import' || path.startsWith('node:')) continue;
      if (external) packages.add(path);
      else load(path);
    }
  };
  load(Object.keys(outputs).find((piece) => outputs[piece]?.entryPoint === start) ?? '');
  return { sources, packages: [...packages] };
}

describe('an engine is asked before what is not needed for that is loaded', async () => {
  const { sources, packages } = await firstPiece(command);

  it('the first piece of a scan holds the command and collects', () => {
    expect(sources).toEqual(expect.arrayContaining([command, 'src/collectors/collect/collect.ts']));
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

it('frameworks are listed and chosen among before the tables of any are loaded', async () => {
  const { sources } = await firstPiece('src/frameworks.ts');
  const tables = /^src\/frameworks\/[^/]+\/(?:requirements|items|mapping)\.ts$/;
  expect(readdirSync(join(root, 'src/frameworks/pci-dss-3.1'))).toContain('requirements.ts');
  expect(sources).toContain('src/frameworks/registry/registry.ts');
  expect(sources.filter((source) => tables.test(source))).toEqual([]);
});
