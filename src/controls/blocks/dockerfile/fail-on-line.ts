import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import type { Said } from '../../../build-analysis/accounts/account-lines.ts';
import { cutQuote } from '../cut-quote.ts';
import { text, type Text } from '../../../core/text.ts';
import { sumUp } from '../../../core/controls/faults.ts';
import { fail, unknown, type Verdict } from '../../../core/controls/verdict.ts';

/** One COPY or ADD of a Dockerfile. */
export type Copy = DockerfileFacts['copies'][number];

/** What is wrong, and words of the file behind it. */
export const quoting = (what: Text, words: string): Text =>
  text(`${what.en}: ${cutQuote(words)}`, `${what.zh}：${cutQuote(words)}`);

/** Fails on an instruction, with its words behind what is wrong. */
export const failOn = (what: Text, words: string): Verdict => fail(quoting(what, words));

/** Between the commands of a script, and what may stand before one. */
const between = /&&|\|\||[;\n]/;
const before = /^\s*(?:(?:then|else|do|if|while|[({!])\s+)*/;

/**
 * Fails on a RUN, with the first of its commands that is to blame by itself, or else with how the RUN begins. Each command
 * that is to blame is a fault.
 */
export const failOnRun = (
  what: Text,
  script: string,
  isToBlame: (command: string) => boolean,
): Verdict => {
  const commands = script.split(between).map((command) => command.replace(before, ''));
  // One that stands alone is what the RUN begins with, whether or not it is to blame by itself.
  if (commands.length === 1 && commands[0]?.trim() === script.trim()) {
    return fail(quoting(what, script));
  }
  const [first = script, ...others] = commands.filter(isToBlame);
  const message = quoting(what, first);
  if (others.length === 0) return fail(message);
  const faults = () => [message.en, ...others.map((command) => quoting(what, command).en)];
  return fail(sumUp(message, faults));
};

/** Whether something is so, by an answer that is `undefined` where nobody knows; then what is not known is said. */
export const judged = (
  answer: boolean | undefined,
  failed: () => Verdict,
  what: Text,
): true | Verdict => {
  if (answer === undefined) return unknown(what);
  return answer ? failed() : true;
};

/** The same of what is said of a step, where `open` is what nobody knows. */
export const judgedOf = (said: Said, failed: () => Verdict, what: Text): true | Verdict =>
  judged(said === 'open' ? undefined : said === true, failed, what);

/** What is said where nobody knows which packages a script installs. */
export const openPackages = text(
  'Which packages it installs is not known',
  '无法得知其安装的软件包',
);

/** Says that the mode which an instruction gives is not known. */
export const openMode = (words: string): Text =>
  quoting(text('Sets an unknown mode', '其设置的文件权限未知'), words);

/** A COPY or ADD as it stands in the file, more or less. */
export const spell = ({ instruction, sources, destination }: Copy): string =>
  `${instruction} ${sources.join(' ')} ${destination}`;
