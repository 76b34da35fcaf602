import { text } from '../../core/text.ts';
import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { SourceLines } from '../../core/facts/source.ts';
import { readWaiver } from '../gathering/read-inline-waiver.ts';
import { invalid, type Comment, type Split } from '../../syntax/dockerfile/split-instructions.ts';

/** An exception with the comment that it stands in. */
export interface InlineWaiver {
  readonly waiver: Dockerfile['waivers'][number];
  readonly comment: Comment;
}

const example = '# plimsoll-waive: CONTROL reason="…" owner=NAME until=2027-01-31';

const howToWrite = text(`Write it so: ${example}`, `写法：${example}`);

/**
 * Reads the exceptions of a Dockerfile. Each covers the instruction that it stands above or in, and what no instruction
 * says; `plimsoll-waive-file` covers all of the file.
 *
 * @throws SyntaxProblem with file, line and column
 */
export function readInlineWaivers(split: Split, path: string): readonly InlineWaiver[] {
  return split.comments.flatMap((comment) => {
    const { line, column } = comment;
    const read = readWaiver(comment.text, (what) => invalid(path, line, column, what, howToWrite));
    if (!read) return [];
    const { waiver, wholeFile } = read;
    const lines = wholeFile ? {} : { lines: linesAt(line, split, path) };
    return [{ waiver: { ...waiver, ...lines }, comment }];
  });
}

/** The instruction that a comment stands in, or the next one below it; its own line where none is. */
function linesAt(line: number, { instructions }: Split, path: string): SourceLines {
  const at = instructions.find(({ end }) => end >= line);
  const last = instructions.findLast(({ keyword }) => keyword === 'FROM');
  return {
    path,
    first: at?.line ?? line,
    last: at?.end ?? line,
    // What no stage says is missed at the last FROM.
    ...(last ? { of: last.line } : {}),
  };
}
