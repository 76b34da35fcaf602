import { StringDecoder } from 'node:string_decoder';

/** Characters of one line; an event of the engine has some hundreds, and its labels may add as much as people gave them. */
const lineAtMost = 1 << 20;

/** The lines of a stream, without empty ones; `undefined` for one that is too long, which is skipped. */
export async function* linesIn(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<string | undefined, void> {
  const decoder = new StringDecoder('utf8');
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = '', ...lines] = decoder.write(chunk).split('\n');
    for (const [at, part] of [first, ...lines].entries()) {
      if (at > 0) {
        const line = begun.join('');
        if (length > lineAtMost) yield undefined;
        else if (line.trim() !== '') yield line;
        [begun, length] = [[], 0];
      }
      length += part.length;
      if (length <= lineAtMost) begun.push(part);
      else begun = [];
    }
  }
}
