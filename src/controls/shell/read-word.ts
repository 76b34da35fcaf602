import { deepest, type Reader } from './reader.ts';
import type { Draft } from './shell-command.ts';

/** Sticky patterns read on from where the reader stands, so that no text is read twice. */
const plain = /[^\s;&|()<>'"\\$`#{}]+/y;
const quotedPlain = /[^"\\$`]+/y;

/** Reads the commands between backticks. */
function backticks(r: Reader, of: Draft, level: number): string {
  const end = /(?:[^`\\]|\\[\s\S])*/y;
  end.lastIndex = r.at;
  const inside = end.exec(r.script)?.[0] ?? '';
  r.at += inside.length + 1;
  if (level < deepest) {
    const commands = r.within(inside.replaceAll('\\`', '`'), level + 1);
    r.all.push(...commands);
    of.inner.push(...commands);
  }
  return '$()';
}

/** Reads what a dollar sign begins. */
function dollar(r: Reader, of: Draft, level: number): string {
  if (r.script.startsWith('((', r.at)) {
    const end = r.script.indexOf('))', r.at);
    r.at = end < 0 ? r.script.length : end + 2;
    return '$()';
  }
  if (r.script[r.at] === '(' && level < deepest) {
    r.at += 1;
    of.inner.push(...r.nested(level + 1));
    return '$()';
  }
  if (r.script[r.at] === '{') {
    const end = r.script.indexOf('}', r.at);
    const text = r.script.slice(r.at, end < 0 ? r.script.length : end + 1);
    r.at += text.length;
    return `$${text}`;
  }
  return '$';
}

/** Reads what stands in double quotes, up to the closing one. */
function doubleQuoted(r: Reader, of: Draft, level: number): string {
  let text = '';
  while (r.at < r.script.length) {
    quotedPlain.lastIndex = r.at;
    const run = quotedPlain.exec(r.script)?.[0];
    if (run !== undefined) {
      text += run;
      r.at += run.length;
      continue;
    }
    const char = r.script[r.at];
    r.at += 1;
    if (char === '"') break;
    if (char === '\\') {
      const next = r.script[r.at] ?? '';
      r.at += 1;
      if (next !== '\n') text += '"\\$`'.includes(next) ? next : `\\${next}`;
    } else if (char === '$') text += dollar(r, of, level);
    else text += backticks(r, of, level);
  }
  return text;
}

/** Reads one word; `undefined` where none begins. */
export function readWord(
  r: Reader,
  of: Draft,
  level: number,
): { text: string; quoted: boolean } | undefined {
  const start = r.at;
  let text = '';
  let quoted = false;
  while (r.at < r.script.length) {
    plain.lastIndex = r.at;
    const run = plain.exec(r.script)?.[0];
    if (run !== undefined) {
      text += run;
      r.at += run.length;
      continue;
    }
    const char = r.script[r.at] ?? '';
    if (char === '\\') {
      const next = r.script[r.at + 1] ?? '';
      r.at += 2;
      if (next === '\n') continue;
      text += next;
      quoted = true;
    } else if (char === "'") {
      const end = r.script.indexOf("'", r.at + 1);
      text += r.script.slice(r.at + 1, end < 0 ? r.script.length : end);
      r.at = end < 0 ? r.script.length : end + 1;
      quoted = true;
    } else if (char === '"') {
      r.at += 1;
      quoted = true;
      text += doubleQuoted(r, of, level);
    } else if (char === '$') {
      r.at += 1;
      if (r.script[r.at] === "'") continue;
      text += dollar(r, of, level);
    } else if (char === '`') {
      r.at += 1;
      text += backticks(r, of, level);
    } else if (char === '#' || char === '{' || char === '}') {
      if (char === '#' && r.at === start) return undefined;
      text += char;
      r.at += 1;
    } else break;
  }
  return r.at === start ? undefined : { text, quoted };
}
