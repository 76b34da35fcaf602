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
