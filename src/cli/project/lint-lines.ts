import type { LintResult, LintProblem } from '../../authoring.ts';
import type { Language } from '../../index.ts';
import type { Paint } from '../terminal/paint.ts';
import { show } from '../terminal/print-text.ts';

const levelWords = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
} as const satisfies Record<LintProblem['level'], Record<Language, string>>;

/** Problems as compilers print them, `file:line:column: error rule message`; each line ends with a line feed. */
export const problemLines = (
  problems: readonly LintProblem[],
  language: Language,
  { bold, dim, red, yellow }: Paint,
): string =>
  problems
    .map(({ file, line, column, level, rule, message }) => {
      const word = (level === 'error' ? red : yellow)(levelWords[level][language]);
      const place = bold(show(`${file}:${line}:${column}`));
      return `${place}: ${word} ${dim(rule)} ${show(message[language])}\n`;
    })
    .join('');

/** What linting came to, on a line or two. */
export function saySummary(
  result: LintResult & { readonly errors: number; readonly warnings: number },
  language: Language,
): string {
  const { controls, errors, warnings, problems, fixed } = result;
  const fixable = problems.filter((problem) => problem.fixable).length;
  const says = {
    en: [
      ...fixed.map((file) => `fixed ${file}`),
      `${count(controls, 'control')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
      ...(fixable > 0 ? [`${fixable} of them can be fixed with --fix`] : []),
    ],
    zh: [
      ...fixed.map((file) => `已修正 ${file}`),
      `${controls} 个控制项：${errors} 个错误，${warnings} 个警告`,
      ...(fixable > 0 ? [`其中 ${fixable} 个可用 --fix 修正`] : []),
    ],
  } as const satisfies Record<Language, readonly string[]>;
  return says[language].map(show).join('\n');
}

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`;
