import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintControls, lintRules, type LintProblem } from '../../../src/authoring.ts';
import { groupBy } from '../../../src/syntax/group-by.ts';
import {
  caseOf,
  compilerSays,
  fileOf,
  installTypes,
  markedIn,
} from '../../support/lint-project.ts';
import { projects } from '../../support/write-project.ts';

const write = projects();
const rules = await lintRules();
const folder = path.join(import.meta.dirname, 'cases');

/** One piece of code, and whether a rule complains of it. */
interface Case {
  readonly file: string;
  readonly rule: string;
  readonly is: 'wrong' | 'right';
  readonly code: string;
}

const ofFiles = readdirSync(folder).flatMap((name): readonly Case[] => {
  const rule = path.basename(name, '.txt');
  const parts = readFileSync(path.join(folder, name), 'utf8').split(/^--- (wrong|right)\n/m);
  return parts.slice(1).flatMap((part, at, all) => {
    const code = all[at + 1];
    if (at % 2 === 1 || code === undefined || (part !== 'wrong' && part !== 'right')) return [];
    return [{ file: `${rule}-${at / 2}.ts`, rule, is: part, code: fileOf(caseOf(code)) }];
  });
});
const ofExamples = rules.flatMap(({ id: rule, example }) =>
  (['wrong', 'right'] as const).map((is): Case => ({
    file: `${rule}-example-${is}.ts`,
    rule,
    is,
    code: fileOf(example[is]),
  })),
);
const cases = [...ofFiles, ...ofExamples];
const files = Object.fromEntries(cases.map(({ file, code }) => [file, code]));

describe('every rule', { timeout: 180_000 }, () => {
  let root: string;
  let problems: ReadonlyMap<string, readonly LintProblem[]>;
  beforeAll(async () => {
    root = write(files);
    installTypes(root);
    const result = await lintControls(['.'], { root });
    problems = groupBy(result.problems, ({ file }) => file);
  }, 180_000);

  it('has cases of both kinds beyond its example', () => {
    const sorts = rules.map(({ id }) => [
      id,
      new Set(ofFiles.filter(({ rule }) => rule === id).map(({ is }) => is)).size,
    ]);
    expect(sorts).toEqual(rules.map(({ id }) => [id, 2]));
  });

  it('is tried on code that compiles', () => {
    expect(compilerSays(root, files)).toEqual([]);
  });

  it.each(ofFiles)('$file: $rule on what is $is', ({ file, rule, is, code }) => {
    const marked = markedIn(code);
    expect(marked.length > 0).toBe(is === 'wrong');
    const found = (problems.get(file) ?? []).map((each) => [each.rule, each.line]);
    expect(found).toEqual(marked.map((line) => [rule, line]));
  });

  it.each(ofExamples)(
    '$file: $rule on the example of its page that is $is',
    ({ file, rule, is }) => {
      const found = new Set((problems.get(file) ?? []).map((each) => each.rule));
      expect([...found]).toEqual(is === 'wrong' ? [rule] : []);
    },
  );

  it('says what is wrong in both languages', () => {
    const all = [...problems.values()].flat();
    const untold = all.filter(
      ({ message: { en, zh } }) => !/^[^\p{sc=Han}]+$/u.test(en) || !/\p{sc=Han}/u.test(zh),
    );
    expect(all.length).toBeGreaterThan(40);
    expect(untold).toEqual([]);
  });
});

/** What is mended, and what then stands in its place. */
const mended = [
  ['no-async', '', 'check: async (w) => !w.privileged', 'check: (w) => !w.privileged'],
  ['no-any', '', 'check: (w: any) => !w.privileged', 'check: (w) => !w.privileged'],
  ['no-any', '', 'check: (w) => !(w as any).privileged', 'check: (w) => !w.privileged'],
  [
    'no-shared-state',
    'let most = 3;\n',
    'check: (w) => w.mounts.length < most',
    'check: (w) => w.mounts.length < most',
  ],
] as const;

describe('--fix', { timeout: 180_000 }, () => {
  it('mends what it can, and what it wrote compiles and is complained of no more', async () => {
    const before = Object.fromEntries(
      mended.map(([rule, above, check], at) => [
        `${rule}-${at}.ts`,
        fileOf(caseOf(`${above}${check},\n`)),
      ]),
    );
    const root = write(before);
    installTypes(root);
    const found = await lintControls(['.'], { root });
    expect(found.problems.map(({ rule, fixable }) => [rule, fixable])).toEqual([
      ['no-any', true],
      ['no-any', true],
      ['no-async', true],
      ['no-shared-state', true],
    ]);
    expect(found.fixed).toEqual([]);
    const { problems, fixed } = await lintControls(['.'], { root, fix: true });
    expect(problems).toEqual([]);
    expect(fixed).toEqual(Object.keys(before).sort());
    const after = mended.map(([rule], at) =>
      readFileSync(path.join(root, `${rule}-${at}.ts`), 'utf8'),
    );
    expect(after).toEqual(
      mended.map(([, above, , check]) =>
        fileOf(caseOf(`${above.replace('let', 'const')}${check},\n`)),
      ),
    );
    expect(compilerSays(root, before)).toEqual([]);
  });

  it('leaves alone what it could not mend without a change of what is decided', async () => {
    const code = fileOf(caseOf('check: async (w) => (await Promise.resolve(w)).privileged,\n'));
    const root = write({ 'own.ts': code });
    installTypes(root);
    const { problems, fixed } = await lintControls(['own.ts'], { root, fix: true });
    expect(problems.map(({ fixable }) => fixable)).toEqual([false, false, false]);
    expect(fixed).toEqual([]);
    expect(readFileSync(path.join(root, 'own.ts'), 'utf8')).toBe(code);
  });
});
