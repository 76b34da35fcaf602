import type { PlainCheck } from '../../core/controls/check.ts';
import { unknown, type Verdict } from '../../core/controls/verdict.ts';
import { cutQuote } from './cut-quote.ts';
import { joinTexts, text, type Text } from '../../core/text.ts';
import { shellProblemTexts } from '../../knowledge/shell-problems.ts';
import type { ShellScript } from '../../syntax/shell/parse-shell.ts';
import type { ShellProblem } from '../../syntax/shell/shell-problem.ts';
import { commandScript } from '../../build-analysis/scripts/command-script.ts';
import { readScript } from '../../build-analysis/scripts/parse-shell.ts';

/** More problems than these make no sentence. */
const shown = 3;

/**
 * Judges nothing but whether a command is understood: the scripts and other texts that its words hand to a program. It stands
 * beside the judgement of what is known of it, which may fail: nothing passes.
 */
export function understoodCommand(words: readonly string[]): Verdict | true {
  if (words.length === 0) return true;
  return understood(commandScript(words), words.join(' '));
}

/** The same of the command that some facts have. */
export const commandUnderstood: PlainCheck<{ readonly command: readonly string[] }> = ({
  command,
}) => understoodCommand(command);

/** The same for a script from which nothing else was collected, as in a snapshot of an older release. */
export const understoodScript = (script: string, shell?: string): Verdict | true =>
  understood(readScript(script, shell), script);

function understood({ problems }: ShellScript, as: string): Verdict | true {
  if (problems.length === 0) return true;
  const { en, zh } = sayProblems(problems);
  const quote = cutQuote(as);
  return unknown(text(`Not understood: ${en}, in ${quote}`, `无法理解：${zh}，见 ${quote}`));
}

const sayProblems = (problems: readonly ShellProblem[]): Text =>
  joinTexts(problems.slice(0, shown).map(({ code, what }) => shellProblemTexts[code](what)));
