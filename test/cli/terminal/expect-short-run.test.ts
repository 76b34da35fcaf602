import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-short-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const source = readFileSync(
    path.join(import.meta.dirname, '../../../src/cli/terminal/expect-short-run.ts'),
    'utf8',
  );
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  writeFileSync(path.join(folder, 'short-run.mjs'), code);
});

/** Runs a program beside the module in a Node of its own, and returns what it says. */
async function say(program: string, ...flags: readonly string[]): Promise<unknown> {
  const file = path.join(folder, 'program.mjs');
  writeFileSync(file, `import * as shortRun from './short-run.mjs';\n${program}`);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...flags, file]);
  // V8 complains of a setting that it does not know.
  expect(stderr.replaceAll(/^.*(?:internal\/test|trace-warnings).*\n/gm, '')).toBe('');
  return JSON.parse(stdout);
}

/** Whether V8's optimizing compiler makes code of a function that is called often: bit 6 of what V8 says of one. */
const isOptimized = `
  const optimizes = () => {
    const sum = new Function('n', 'let all = 0; for (let i = 0; i < n; i += 1) all += i % 7; return all;');
    for (let turn = 0; turn < 5_000; turn += 1) sum(500);
    return (%GetOptimizationStatus(sum) & 64) !== 0;
  };`;

describe('what V8 is told of a run', () => {
  it('beside an engine, that it optimizes nothing at first, and again later', async () => {
    const program = `${isOptimized}
      const before = optimizes();
      shortRun.expectEngine();
      const beside = optimizes();
      setTimeout(() => console.log(JSON.stringify({ before, beside, later: optimizes() })), 2_300);`;
    expect(await say(program, '--allow-natives-syntax', '--no-concurrent-recompilation')).toEqual({
      before: true,
      beside: false,
      later: true,
    });
  });

  it('that it optimizes again where much is to be computed without a break', async () => {
    const program = `${isOptimized}
      await shortRun.expectShortRun();
      shortRun.expectEngine();
      shortRun.expectLongRun();
      console.log(JSON.stringify(optimizes()));`;
    const flags = ['--allow-natives-syntax', '--no-concurrent-recompilation'];
    expect(await say(program, ...flags)).toBe(true);
  });

  it('of many files what Node.js takes on its command line as well, without a word of complaint', async () => {
    const settings = await say('console.log(JSON.stringify(shortRun.settingsForFiles));');
    const flags = settings as readonly string[];
    expect(flags.length).toBeGreaterThan(0);
    expect(await say('console.log(JSON.stringify(process.execArgv));', ...flags)).toEqual(flags);
    const program = `
      await shortRun.expectShortRun();
      shortRun.expectFiles();
      console.log(JSON.stringify(process.getActiveResourcesInfo().includes('Timeout')));`;
    expect(await say(program)).toBe(false);
  });

  it('nothing for which a run would wait that is over before', async () => {
    const waitedFor = await say(`
      await shortRun.expectShortRun();
      shortRun.expectEngine();
      console.log(JSON.stringify(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')));`);
    expect(waitedFor).toEqual([]);
  });

  it('only once the modules of Node that most runs need were taken as it brings them', async () => {
    const program = `
      import { createRequire } from 'node:module';
      await shortRun.expectShortRun();
      await Promise.all([import('node:http'), import('node:crypto'), import('node:child_process')]);
      const { internalBinding } = createRequire(import.meta.url)('internal/test/binding');
      const usage = internalBinding('builtins').getCacheUsage?.() ?? internalBinding('builtins');
      const without = [...usage.compiledWithoutCache];
      console.log(JSON.stringify(['http', 'net', 'crypto', 'child_process'].filter((name) => without.includes(name))));`;
    expect(await say(program, '--expose-internals')).toEqual([]);
  });
});
