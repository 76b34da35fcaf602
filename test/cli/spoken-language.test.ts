import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { usageInChinese } from '../../src/cli/terminal/usage-words.ts';
import {
  hearConfig,
  hearLanguage,
  spokenLanguage,
} from '../../src/cli/terminal/spoken-language.ts';
import { runWarmCli } from '../support/warm-cli.ts';

test.each([
  [['scan', '--lang', 'zh'], 'zh'],
  [['scan', '--lang=zh'], 'zh'],
  [['report', 'a.json', '--language', 'zh,en'], 'zh'],
  [['scan', '--lang', 'en'], 'en'],
  [['scan', '--', '--lang', 'zh'], 'en'],
  [['scan'], 'en'],
])('%j is answered in %s', (words, language) => {
  hearLanguage(words);
  expect(spokenLanguage()).toBe(language);
});

test('where none is typed, the configuration says it', () => {
  hearLanguage(['scan']);
  hearConfig({ language: 'zh' });
  expect(spokenLanguage()).toBe('zh');
  hearLanguage(['scan', '--lang', 'en']);
  hearConfig({ language: 'zh' });
  expect(spokenLanguage()).toBe('en');
});

test.each([
  [
    "error: unknown option '--lnag'\n(Did you mean --lang?)",
    "错误：没有选项 '--lnag'\n（是否指 --lang？）",
  ],
  ["error: missing required argument 'snapshot'", "错误：缺少参数 'snapshot'"],
  [
    "error: option '--fail-on <severity>' argument 'x' is invalid. Allowed choices are low, high.",
    "错误：选项 '--fail-on <severity>' 的值 'x' 无效。可选值：low, high。",
  ],
  ["error: unknown command 'scn'\n(Did you mean scan?)", "错误：没有命令 'scn'\n（是否指 scan？）"],
  ['(see plimsoll --help)', '（见 plimsoll --help）'],
])('%s', (said, chinese) => {
  expect(usageInChinese(said)).toBe(chinese);
});

describe('with --lang zh the command line is Chinese on stderr', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-spoken-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...words: readonly string[]) =>
    runWarmCli([...words, '--lang', 'zh'], { cwd: folder });

  test.each([
    [
      'a framework that is not there',
      ['list', 'controls', '--framework', 'pci-dss-9'],
      /没有|不存在/,
    ],
    ['an option that is not there', ['scan', '--nonsense'], /错误：没有选项 '--nonsense'/],
    ['a file that is not there', ['report', 'none.json'], /none\.json/],
    ['an id that names nothing', ['explain', 'workload-nothing'], /既不是控制项，也不是框架/],
  ])('of %s', async (_, words, said) => {
    const { status, stderr } = await run(...words);
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
    // What is left in English is names and values, never a sentence.
    const prose = stderr.replaceAll(/\[[\w-]+\]|"[^"]*"|'[^']*'|plimsoll [^\n]*/g, '');
    expect(prose).toMatch(/[\u4e00-\u9fff]/);
    expect(prose).not.toMatch(/\b(?:is|are|not|no|the|cannot)\b/);
  });

  test('of a note as of an error', async () => {
    const snapshot = fileURLToPath(
      new URL('../../examples/recorded/snapshot.json', import.meta.url),
    );
    const { status, stderr } = await run('assess', snapshot, '-o', 'a.json', '--fail-on', 'none');
    expect([status, stderr]).toEqual([0, expect.stringMatching(/\d+ 条结果已写入 a\.json\n/)]);
  });

  test('but --help, which is a reference, stays English', async () => {
    const { status, stdout } = await run('scan', '--help');
    expect([status, stdout]).toEqual([0, expect.stringContaining('Usage: plimsoll scan')]);
  });
});
