import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runWarmCli } from '../support/warm-cli.ts';
import { caseOf, fileOf, installTypes } from '../support/lint-project.ts';
import { projects, type Files } from '../support/write-project.ts';

const write = projects();

function project(files: Files): string {
  const folder = write(files);
  installTypes(folder);
  return folder;
}

const clock = fileOf(caseOf('check: (w) => Date.now() > w.mounts.length,\n'));
const asConfig = 'import { own } from "./controls/own.ts";\nexport default { own };\n';

// Each loads the compiler with the types of the package, several times over.
describe('plimsoll lint', { timeout: 180_000 }, () => {
  it('follows the configuration to its controls, and prints as compilers do', async () => {
    const cwd = project({ 'plimsoll.config.ts': asConfig, 'controls/own.ts': clock });
    const { status, stdout, stderr } = await runWarmCli(['lint'], { cwd });
    expect(stdout).toBe(
      'controls/own.ts:3:15: error no-clock The only clock of a check is ctx.collectedAt: judged again, this gives another verdict.\n',
    );
    expect(stderr).toBe('1 control: 1 error, 0 warnings\n');
    expect(status).toBe(1);
  });

  it('speaks Chinese, and to programs', async () => {
    const cwd = project({ 'own.ts': clock });
    const chinese = await runWarmCli(['lint', 'own.ts', '--lang', 'zh'], { cwd });
    expect(chinese.stdout).toBe(
      'own.ts:3:15: 错误 no-clock 检查唯一的时钟是 ctx.collectedAt：重新判定时，这里会给出不同的判定。\n',
    );
    expect(chinese.stderr).toBe('1 个控制项：1 个错误，0 个警告\n');
    const { stdout } = await runWarmCli(['lint', 'own.ts', '--json', '--quiet'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      controls: 1,
      fixed: [],
      problems: [{ file: 'own.ts', line: 3, column: 15, rule: 'no-clock', fixable: false }],
    });
  });

  it('takes warnings for errors when it is asked to', async () => {
    const slow = 'const slow = /\\d+\\w*x/;\ncheck: (w) => slow.test(w.image.reference),\n';
    const cwd = project({ 'own.ts': fileOf(caseOf(slow)) });
    const plain = await runWarmCli(['lint', 'own.ts'], { cwd });
    expect([plain.status, plain.stderr]).toEqual([0, '1 control: 0 errors, 1 warning\n']);
    expect((await runWarmCli(['lint', 'own.ts', '--strict'], { cwd })).status).toBe(1);
  });

  it('mends, says what, and is content with what it wrote', async () => {
    const cwd = project({ 'own.ts': fileOf(caseOf('check: async (w) => !w.privileged,\n')) });
    const before = await runWarmCli(['lint', '.'], { cwd });
    expect(before.stderr).toBe(
      '1 control: 1 error, 0 warnings\n1 of them can be fixed with --fix\n',
    );
    const { status, stdout, stderr } = await runWarmCli(['lint', '.', '--fix'], { cwd });
    expect([status, stdout, stderr]).toEqual([
      0,
      '',
      'fixed own.ts\n1 control: 0 errors, 0 warnings\n',
    ]);
    expect(readFileSync(path.join(cwd, 'own.ts'), 'utf8')).toContain(
      'check: (w) => !w.privileged,',
    );
  });

  it.each([
    {
      what: 'no configuration',
      files: {},
      args: [],
      says: /\[config-not-found\] There is no plimsoll\.config\.ts here or in a folder above\.\n {2}→ .*plimsoll lint controls\//,
    },
    {
      what: 'no control',
      files: { 'own.ts': 'export const a = 1;\n' },
      args: ['own.ts'],
      says: /\[source-unclear\] No control is defined in own\.ts\./,
    },
    {
      what: 'no such file',
      files: {},
      args: ['own.ts'],
      says: /\[file-not-found\] There is no file or folder own\.ts\./,
    },
    {
      what: 'no TypeScript',
      files: { 'own.ts': 'export const = ;\n' },
      args: ['own.ts'],
      says: /\[source-unclear\] own\.ts:1:14: this is not TypeScript: /,
    },
  ])('ends with 2 where there is $what', async ({ files, args, says }) => {
    const { status, stderr } = await runWarmCli(['lint', ...args], { cwd: project(files) });
    expect(stderr).toMatch(says);
    expect(status).toBe(2);
  });

  it('ends with 2 where the types of Plimsoll are not installed', async () => {
    const { status, stderr } = await runWarmCli(['lint', 'own.ts'], {
      cwd: write({ 'own.ts': clock }),
    });
    expect(stderr).toContain('own.ts:1: the types of plimsoll were not found.');
    expect(stderr).toContain('npm install --save-dev plimsoll');
    expect(status).toBe(2);
  });

  it('has its rules listed and explained', async () => {
    const { stdout } = await runWarmCli(['list', 'rules']);
    expect(stdout.split('\n').filter((line) => / (error|warning) /.test(line)).length).toBe(13);
    expect(stdout).toContain('no-clock             error  A check does not read the clock.\n');
    const page = await runWarmCli(['explain', 'no-clock', '--lang', 'zh']);
    expect(page.stdout).toContain('检查不询问当前时间。');
    expect(page.stdout).toContain(
      "check: (i) => Date.now() - Date.parse(i.createdAt ?? '') < 90 * day,",
    );
  });
});
