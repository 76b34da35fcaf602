import type { Stretch } from './placed-text.ts';

/** What a script of expect, or of one of its kind, sends: `send -- "V\r"`, `sendline('V')`. */
const sends =
  /(?<![\w.-])(?:send|exp_send|[\w.]{1,40}\.send(?:line)?)(?:\s+--?\w{0,4}){0,3}(?:\s+|\()(?:"((?:[^"\\\n]|\\[^\n])*)"|'((?:[^'\\\n]|\\[^\n])*)'|\{([^{}\n]*)\}|([^\s"'{}();]+))/g;

/** What is asked for before it. */
const asks = /pass(?:word|phrase|code)?|assw|pin\b|secret|token/i;

/** Characters before an answer in which the question stands. */
const reach = 300;

/** Fits every text in which something is sent to a program that asks. */
const mayAnswer = /\bspawn\b[^]*\bsend\b|\.send(?:line)?\(/;

/** Finds the answers to questions for a secret in scripts that talk to a program. */
export function findAnswers(text: string): readonly Stretch[] {
  if (!mayAnswer.test(text) || !asks.test(text)) return [];
  const found: Stretch[] = [];
  let isAsked = false;
  let last = 0;
  for (const match of text.matchAll(sends)) {
    const { 0: whole, index } = match;
    const asked = text.slice(Math.max(last, index - reach), index);
    // A question that names nothing asks for the same again.
    isAsked =
      asks.test(asked) || (isAsked && /again|re-?(?:type|enter)|verify|confirm/i.test(asked));
    last = index + whole.length;
    const [, double, single, braced, bare] = match;
    const sent = double ?? single ?? braced ?? bare ?? '';
    const answer = /^(?:\\[nr]|\s)*(.*?)(?:\\[nr]|\s)*$/s.exec(sent)?.[1] ?? '';
    if (!isAsked || answer === '' || answer.startsWith('$') || /^(?:y|n|yes|no)$/i.test(answer)) {
      continue;
    }
    const start = index + whole.lastIndexOf(sent) + sent.indexOf(answer);
    found.push({ start, end: start + answer.length });
  }
  return found;
}
