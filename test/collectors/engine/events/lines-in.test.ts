import { expect, test } from 'vitest';
import { linesIn } from '../../../../src/collectors/engine/events/lines-in.ts';

async function* of(...chunks: readonly (string | Buffer)[]): AsyncGenerator<Buffer, void> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function read(...chunks: readonly (string | Buffer)[]): Promise<(string | undefined)[]> {
  const lines: (string | undefined)[] = [];
  for await (const line of linesIn(of(...chunks))) lines.push(line);
  return lines;
}

test('a line may come in pieces, a piece may hold lines, and a letter may be cut', async () => {
  const [head, tail] = [Buffer.from('{"a":"容'), Buffer.from('器"}\n')];
  expect(
    await read('{"b":', '1}\n{"c":2}\n\n', head.subarray(0, 8), head.subarray(8), tail),
  ).toEqual(['{"b":1}', '{"c":2}', '{"a":"容器"}']);
});

test('a line without end is skipped, and said', async () => {
  const long = Array.from({ length: 40 }, () => 'x'.repeat(1 << 16));
  expect(await read(...long, '\n{"after":1}\n')).toEqual([undefined, '{"after":1}']);
});

test('what has not ended is no line', async () => {
  expect(await read('{"a":1}\n{"b"')).toEqual(['{"a":1}']);
});
