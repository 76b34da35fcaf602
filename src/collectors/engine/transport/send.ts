import type { IncomingMessage } from 'node:http';
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
    deadline.onEnd(() => asked.destroy(new Error('It was broken off.')));
    asked.end();
  });
}

/** Reads an answer to its end. */
export function readText(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('error', reject)
      .on('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}
