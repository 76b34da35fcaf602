import type { Scalar } from 'yaml';
import { SyntaxProblem } from '../../../syntax/problem.ts';
import { quoteDockerfile } from '../../dockerfile/quote-dockerfile.ts';
import { secretsIn } from '../../redaction/mask-text.ts';

/** A part of a file, and what is to stand in its place. */
export interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/**
 * What has to be replaced in a Dockerfile inside a Compose file, line by line: everything that its facts would drop.
 * `undefined` where lines cannot be separated, or where not all of it could be found: then nothing of it may be shown.
 */
export function quoteInline(
  text: string,
  { value, range, type }: Scalar,
): readonly Replaced[] | undefined {
  if (typeof value !== 'string' || !range) return undefined;
  const quoted = quote(value);
  if (quoted === undefined || secretsIn(quoted.join('\n')).length > 0) return undefined;
  const lines = value.split('\n');
  const changed = [...quoted.entries()].filter(([at, line]) => line !== lines[at]);
  if (changed.length === 0) return [];
  if (type !== 'BLOCK_LITERAL') return undefined;
  const starts = startsOfLines(text.slice(0, range[1]), range[0]);
  const replaced = changed.flatMap(([at, instead]) => {
    const line = lines[at] ?? '';
    const start = starts(at, line);
    return start === undefined ? [] : [{ start, end: start + line.length, instead }];
  });
  return replaced.length === changed.length ? replaced : undefined;
}

function quote(content: string): readonly string[] | undefined {
  try {
    return quoteDockerfile(content, 'dockerfile_inline');
  } catch (error) {
    // What no builder takes has no facts that it could be held to.
    if (error instanceof SyntaxProblem) return undefined;
    throw error;
  }
}

/** Where each line of a literal block begins in the file, behind what it is indented by. */
function startsOfLines(
  text: string,
  header: number,
): (at: number, line: string) => number | undefined {
  const first = text.indexOf('\n', header) + 1;
  const written = text.slice(first).split('\n');
  const offsets: number[] = [];
  let offset = first;
  for (const line of written) {
    offsets.push(offset);
    offset += line.length + 1;
  }
  return (at, line) => {
    const whole = written[at]?.replace(/\r$/, '');
    const start = offsets[at];
    if (whole === undefined || start === undefined || !whole.endsWith(line)) return undefined;
    return start + whole.length - line.length;
  };
}
