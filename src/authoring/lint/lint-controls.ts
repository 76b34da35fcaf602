import { PlimsollError } from '../../core/errors.ts';
import { findSources } from './find-sources.ts';
import type { LintOptions, LintResult } from './lint-options.ts';
import type { ProblemLevel, LintProblem } from './rule/problem.ts';
import type { Rule } from './rule/rule.ts';
import { text } from '../../core/text.ts';

/** A rule as it is shown to people. */
export type LintRule = Omit<Rule, 'find'>;

/**
 * Looks at the source of controls: those that files define, and what those files import of the same project. Of a
 * folder, all TypeScript and JavaScript below it but tests.
 *
 * @throws PlimsollError `file-not-found`; `source-unclear` where a file does not parse, Plimsoll is not installed, or
 * no control is defined, since nothing was looked at then
 * @example
 * const { problems } = await lintControls(['plimsoll.config.ts'], { root: process.cwd() });
 */
export async function lintControls(
  paths: readonly string[],
  options: LintOptions,
): Promise<LintResult> {
  const files = await findSources(paths, options.root);
  const { lint } = await import('./lint.ts');
  const result = await lint(files, options);
  if (result.controls > 0 || result.problems.length > 0) return result;
  throw new PlimsollError(
    'source-unclear',
    text(`No control is defined in ${paths.join(', ')}.`, `${paths.join('、')} 中没有定义控制项。`),
    {
      hint: text(
        'Name the files with controls: plimsoll lint controls/',
        '请指明含控制项的文件：plimsoll lint controls/',
      ),
    },
  );
}

/** Every rule, in the order of its name. */
export async function lintRules(): Promise<readonly LintRule[]> {
  const { rules } = await import('./rules/all.ts');
  return rules.map(({ find, ...rule }) => rule);
}

/** How many problems there are of a level. */
export const countLevel = (problems: readonly LintProblem[], level: ProblemLevel): number =>
  problems.filter((problem) => problem.level === level).length;
