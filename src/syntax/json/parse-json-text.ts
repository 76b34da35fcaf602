import { said, type Said } from '../problem.ts';
import { depthAtMost, overBound, tooMuch, valuesAtMost } from './bounded-json.ts';
import { findMistake, positionOf } from './scan-json.ts';

/** That a text is no JSON, or holds more than is read. Nothing of it is quoted: it may hold a secret. */
export class JsonProblem extends SyntaxError {
  override readonly name = 'JsonProblem';
  /** What is wrong and where, in both languages; the message is the English of it. */
  readonly said: Said;
  /** The same without the place, which is another where the text is a part of a file. */
  readonly why: Said;

  constructor(what: Said, why = what) {
    super(what.en);
    this.said = what;
    this.why = why;
  }
}

/**
 * Parses a text that came from outside, unless it nests deeper, or holds more, than can be read without harm.
 *
 * @throws SyntaxError with line and column when it is no JSON, nests deeper than 200 levels, or has more than 20 million
 * values
 * @example
 * const report = reportSchema.parse(parseJsonText(await readFile('report.json', 'utf8')));
 */
export function parseJsonText(text: string): unknown {
  const over = overBound(text, { depth: depthAtMost, entries: Infinity, values: valuesAtMost });
  if (over !== undefined) throw new JsonProblem(tooMuch[over]);
  try {
    return JSON.parse(text);
  } catch {
    throw problemIn(text);
  }
}

function problemIn(text: string): JsonProblem {
  if (text.trim() === '') return new JsonProblem(said('it is empty', '内容为空'));
  const mistake = findMistake(text);
  // Whatever JSON.parse refuses has one; a test holds both to each other.
  if (!mistake) return new JsonProblem(said('it cannot be parsed', '无法解析'));
  const { line, column } = positionOf(text, mistake.at);
  const placed = said(
    `line ${line}, column ${column}: ${mistake.why.en}`,
    `第 ${line} 行第 ${column} 列：${mistake.why.zh}`,
  );
  return new JsonProblem(placed, mistake.why);
}

/** Why bytes are no JSON, in both languages, by what reading them ended in. */
export function whyNotJson(cause: unknown): Said {
  if (cause instanceof JsonProblem) return cause.said;
  // What a decoder throws of bytes that are no UTF-8.
  if (cause instanceof TypeError) return said('it is not UTF-8 text', '不是 UTF-8 文本');
  const why = cause instanceof Error ? cause.message : typeof cause;
  return said(why, why);
}
