/**
 * Makes small changes of the source and counts how many of them some test notices.
 *
 *   npm run mutate                              a sample of each group
 *   npm run mutate -- evidence --count 60       more of one group
 *   npm run mutate -- src/core/recording        of one folder or file
 *   npm run mutate -- core --seed 7             another sample
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mutantsOf, type Mutant } from './mutate/mutants.ts';
import { readImports } from './mutate/related-tests.ts';
import { sourceFiles } from './cruise.ts';

const root = path.join(import.meta.dirname, '..');
const testsOf = readImports(root);

/** Which sources belong together, and where tests of theirs are, beside those that import the changed file. */
const groups: Readonly<
  Record<string, { readonly source: string; readonly tests: readonly string[] }>
> = {
  core: { source: 'src/core', tests: ['test/core', 'test/testing', 'test/frameworks'] },
  controls: { source: 'src/controls', tests: ['test/controls', 'test/corpus'] },
  evidence: { source: 'src/evidence', tests: ['test/evidence', 'test/proof/diff.test.ts'] },
  engine: {
    source: 'src/collectors/engine/facts',
    tests: ['test/collectors/engine', 'test/engine'],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('--count is a whole number from 1, --seed a whole number.');
  process.exit(2);
}

/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
function randomBy(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sampleOf(mutants: readonly Mutant[]): readonly Mutant[] {
  const random = randomBy(seed);
  return mutants
    .map((mutant) => ({ mutant, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** Whether some of these tests fail, or do not end, with a mutant in place. */
function isNoticed(mutant: Mutant, tests: readonly string[]): Promise<boolean> {
  if (tests.length === 0) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        path.join(root, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--config', 'scripts/mutate/vitest.config.ts', '--project', 'tests'],
        ...['--bail=1', '--maxWorkers=1', '--reporter=dot', '--passWithNoTests', ...tests],
      ],
      {
        cwd: root,
        stdio: 'ignore',
        timeout: 300_000,
        env: { ...process.env, MUTANT: JSON.stringify(mutant) },
      },
    );
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code !== 0);
    });
  });
}

/**
 * The tests that may notice a change of a source, in the order in which they are asked: the one that mirrors it and those
 * that import it, then the rest of its own folder, then those of its group. What does not load it is never asked.
 */
function stagesOf(file: string, group: readonly string[]): readonly (readonly string[])[] {
  const steps = testsOf(file);
  const mirror = file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
  const asked = new Set<string>();
  const stage = (wanted: (test: string, step: number) => boolean): readonly string[] => {
    const tests = [...steps].flatMap(([test, step]) =>
      !asked.has(test) && wanted(test, step) ? [test] : [],
    );
    for (const test of tests) asked.add(test);
    return tests;
  };
  return [
    stage((test, step) => test === mirror || step === 1),
    stage((test) => test.startsWith(`${path.posix.dirname(mirror)}/`)),
    stage((test, step) => step === 2 && group.some((each) => test.startsWith(each))),
    stage((test) => group.some((each) => test.startsWith(each))),
  ];
}

interface Score {
  readonly name: string;
  readonly noticed: number;
  readonly survivors: readonly Mutant[];
}

async function scoreOf(name: string, source: string, tests: readonly string[]): Promise<Score> {
  const files = statSync(path.join(root, source)).isFile() ? [source] : sourceFiles(root, source);
  const waiting = [...sampleOf(mutantsOf(files))];
  const survivors: Mutant[] = [];
  let noticed = 0;
  const lane = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      let found = false;
      for (const stage of stagesOf(mutant.file, tests)) found ||= await isNoticed(mutant, stage);
      if (found) noticed += 1;
      else {
        survivors.push(mutant);
        console.log(`survives  ${mutant.file}:${mutant.line}  ${mutant.what}`);
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return { name, noticed, survivors };
}

const wanted = positionals.length > 0 ? positionals : Object.keys(groups);
const scores: Score[] = [];
for (const name of wanted) {
  const group = groups[name] ?? Object.values(groups).find(({ source }) => name.startsWith(source));
  const source = groups[name]?.source ?? name;
  if (!existsSync(path.join(root, source))) {
    console.error(`No such group or folder: ${name}. Groups: ${Object.keys(groups).join(', ')}.`);
    process.exit(2);
  }
  scores.push(await scoreOf(name, source, group?.tests ?? []));
}
for (const { name, noticed, survivors } of scores) {
  const all = noticed + survivors.length;
  console.log(`${name}: ${noticed} of ${all} noticed (${Math.round((100 * noticed) / all)} %)`);
}
