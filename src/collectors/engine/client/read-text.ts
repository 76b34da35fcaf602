import type { IncomingMessage } from 'node:http';
import { answerBytesAtMost, listBytesAtMost } from '../../gathering/bounds.ts';

/** What reading an answer ends in that is longer than any is, and the same of a list. */
export const tooLong = new Error(`The answer is longer than ${answerBytesAtMost} bytes.`);
export const listTooLong = new Error(`The list is longer than ${listBytesAtMost} bytes.`);

/** Reads an answer to its end, or until it is {@link tooLong}. */
export function readText(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    answer
      .on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= answerBytesAtMost) chunks.push(chunk);
        else answer.destroy(tooLong);
      })
      .on('error', reject)
      .on('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}
