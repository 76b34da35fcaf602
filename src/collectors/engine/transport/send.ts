import type { IncomingMessage } from 'node:http';
import { answerBytesAtMost, listBytesAtMost } from '../../bounds.ts';
import type { Deadline } from './deadline.ts';
import type { Way } from './open-way.ts';

/** Sends a request without a body, and gives the answer once its head is here; at the end of time both break off. */
export function send(
  { request, to }: Pick<Way, 'request' | 'to'>,
  method: 'GET' | 'HEAD',
  path: string,
  deadline: Deadline,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ ...to, method, path }, resolve).on('error', reject);
    // Of a connection that wishes to speak another protocol Node lets go without an error.
    asked.on('close', () => reject(new Error('It was closed without an answer.')));
    deadline.onEnd(() => asked.destroy(new Error('It was broken off.')));
    asked.end();
  });
}

/** What reading an answer ends in that is longer than any is, and the same of a list. */
export const tooLong = new Error(`It is longer than ${answerBytesAtMost} bytes.`);
export const listTooLong = new Error(`It is longer than ${listBytesAtMost} bytes.`);

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
