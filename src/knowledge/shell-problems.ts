import type { Text } from '../core/text.ts';

/** Why a part of a shell script is not understood, as it is said: by the code of the problem, of what it is about. */
export const shellProblemTexts = {
  syntax: (what: string): Text => ({
    en: `the shell syntax: ${what}`,
    zh: `Shell 语法：${what}`,
  }),
  'not-posix': (what: string): Text => ({
    en: `${what} is bash syntax, but a plain sh reads it`,
    zh: `${what} 为 bash 语法，而由 sh 解释`,
  }),
  'too-long': (what: string): Text => ({
    en: `the script is too long: ${what}`,
    zh: `脚本过长：${what}`,
  }),
  'too-deep': (): Text => ({ en: 'the script is nested too deeply', zh: '脚本嵌套过深' }),
  'unknown-program': (what: string): Text => ({
    en: `which program ${what} stands for`,
    zh: `${what} 所指的程序`,
  }),
  'unknown-script': (what: string): Text => ({
    en: `which script is run (${what})`,
    zh: `所执行的脚本（${what}）`,
  }),
  'other-language': (what: string): Text => ({
    en: `the language of the script (${what})`,
    zh: `脚本所用语言（${what}）`,
  }),
} as const;
