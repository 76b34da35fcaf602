import { text } from '../../../core/text.ts';
import { parseJsonText, whyNotJson } from '../../../syntax/json/parse-json-text.ts';
import { holdToSize, invalid, isRecord } from './invalid-report.ts';

/** As many attestations as one image may have, many times over. */
const documentsAtMost = 1000;

/**
 * The documents in a file: one, or one on each line, as cosign writes attestations.
 *
 * @throws PlimsollError `scan-report-invalid`
 */
export function documentsIn(bytes: Uint8Array, path: string): readonly unknown[] {
  holdToSize(bytes.byteLength, path);
  let written = '';
  try {
    written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return [parseJsonText(written)];
  } catch (cause) {
    const lines = linesIn(written);
    if (lines.length < 2 || !isRecord(firstIn(written))) throw notJson(path, cause);
    if (lines.length > documentsAtMost) {
      throw invalid(
        text(
          `${path} has ${lines.length} lines; at most ${documentsAtMost} are read.`,
          `${path} 有 ${lines.length} 行；至多读取 ${documentsAtMost} 行。`,
        ),
      );
    }
    return lines.map((line, place): unknown => {
      try {
        return parseJsonText(line);
      } catch (broken) {
        throw notJson(`${path}, document ${place + 1}`, broken);
      }
    });
  }
}

/** The first document in a text, which tells what the others are; `undefined` when it is not JSON. */
export function firstIn(written: string): unknown {
  for (const json of [written, linesIn(written, 1)[0] ?? '']) {
    try {
      return parseJsonText(json);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function linesIn(written: string, atMost = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < written.length && lines.length < atMost;) {
    const end = written.indexOf('\n', start);
    const line = written.slice(start, end < 0 ? undefined : end);
    if (line.trim() !== '') lines.push(line);
    start = end < 0 ? written.length : end + 1;
  }
  return lines;
}

/** The error for what is not JSON. */
export function notJson(path: string, cause: unknown): Error {
  const why = whyNotJson(cause);
  return invalid(text(`${path} is not JSON: ${why.en}`, `${path} 不是 JSON：${why.zh}`), cause);
}
