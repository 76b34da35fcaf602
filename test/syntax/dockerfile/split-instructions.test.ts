import { describe, expect, it } from 'vitest';
import { splitInstructions } from '../../../src/syntax/dockerfile/split-instructions.ts';

/** The last instruction of a file that ends as it is given. */
const last = (end: string) =>
  splitInstructions(`FROM a\nRUN a${end}`, 'Dockerfile').instructions[1];

describe('an empty line inside an instruction', () => {
  it.each([' \\\n\n b', ' \\\n\n', ' \\\r\n\r\n', ' \\\n  ', ' \\\n# c\n\n b\n'])(
    'stands between two ends of lines: %j',
    (end) => {
      expect(last(end)?.emptyContinuation).toBe(true);
    },
  );
  it.each(['', '\n', '\n\n', ' \\', ' \\\n', ' \\\r\n', ' \\\n# c\n', ' \\\n b\n\n'])(
    'is none at the end of the file: %j',
    (end) => {
      expect(last(end)?.emptyContinuation).toBe(false);
    },
  );
  it('is not counted where the instruction ends', () => {
    expect(last(' \\\n')?.end).toBe(2);
  });
});
