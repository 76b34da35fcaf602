import type { IncomingMessage } from 'node:http';
import type { Way } from './open-way.ts';

/** Sends a request without a body, and gives the answer once its head is here. */
export function send(
  { request, to }: Pick<Way, 'request' | 'to'>,
  method: 'GET' | 'HEAD',
  path: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ ...to, method, path, signal }, resolve)
      .on('error', reject)
      .end();
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
