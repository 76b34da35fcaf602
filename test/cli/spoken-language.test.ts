import { expect, test } from 'vitest';
import { usageInChinese } from '../../src/cli/terminal/usage-words.ts';
import {
  hearConfig,
  hearLanguage,
  spokenLanguage,
} from '../../src/cli/terminal/spoken-language.ts';

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
