import type { SourceFile } from 'ts-morph';
import { text, type Text } from '../../core/text.ts';
import type { LintProblem } from './rule/problem.ts';

/** A line that says of a rule that it does not hold for the next one. */
interface Ignore {
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
}

const pattern = /^\s*\/\/ ?plimsoll-ignore ([a-z-]+)(?:: *(.*))?$/;

/** The name under which problems of such lines themselves are reported. */
export const ignoreRule = 'ignore-with-reason';

/** Takes away what a line `// plimsoll-ignore RULE: reason` covers, and tells of such lines that do nothing or give no reason. */
export function withoutIgnored(
  problems: readonly LintProblem[],
  file: SourceFile,
  name: string,
): readonly LintProblem[] {
  const ignores = ignoresIn(file);
  const covers = ({ line, rule, reason }: Ignore, problem: LintProblem): boolean =>
    reason !== '' && rule === problem.rule && problem.line === line + 1;
  const left = problems.filter((problem) => !ignores.some((ignore) => covers(ignore, problem)));
  const ofIgnores = ignores.flatMap((ignore): readonly LintProblem[] => {
    const isUsed = problems.some((problem) => covers(ignore, problem));
    if (isUsed) return [];
    const message = ignore.reason === '' ? sayWhy(ignore.rule) : nothingToIgnore(ignore.rule);
    const level = ignore.reason === '' ? 'error' : 'warning';
    const place = { file: name, line: ignore.line, column: 1 };
    return [{ ...place, level, rule: ignoreRule, message, fixable: false }];
  });
  return [...left, ...ofIgnores];
}

const sayWhy = (rule: string): Text =>
  text(
    `Give the reason: // plimsoll-ignore ${rule}: the reason`,
    `请说明理由：// plimsoll-ignore ${rule}: 理由`,
  );

const nothingToIgnore = (rule: string): Text =>
  text(`The next line has nothing of ${rule} to ignore.`, `下一行没有可忽略的 ${rule} 问题。`);

function ignoresIn(file: SourceFile): readonly Ignore[] {
  return file
    .getFullText()
    .split('\n')
    .flatMap((line, at) => {
      const [, rule, reason = ''] = pattern.exec(line.trimEnd()) ?? [];
      return rule === undefined ? [] : [{ line: at + 1, rule, reason: reason.trim() }];
    });
}
