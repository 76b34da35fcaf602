import type { IncomingMessage } from 'node:http';
import type { Deadline } from './deadline.ts';
import type { Modem } from './modem.ts';
import type { EngineRequest } from './read-only.ts';

/**
 * Sends a request through a modem, no matter who made it, and gives the answer as a stream once its head is here. At the end of
 * time the request and its answer are broken off, and are waited for no longer.
 */
export function dial(
  modem: Modem,
  { method, path, options }: EngineRequest,
  deadline: Deadline,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let end: AbortController | undefined;
    deadline.onEnd(() => {
      const why = new Error('The request was interrupted.');
      end?.abort(why);
      reject(why);
    });
    const take = (error: Error | null, answer?: IncomingMessage): void => {
      if (error) return reject(error);
      if (typeof answer?.destroy !== 'function') {
        return reject(new Error('The answer is not a stream.'));
      }
      deadline.onEnd(() => answer.destroy(new Error('The request was interrupted.')));
      resolve(answer);
    };
    const query = path.endsWith('?') ? path : `${path}?`;
    const sent = {
      ...{ method, path: query, options, isStream: true, statusCodes: every },
      onEnd: deadline.onEnd,
      get abortSignal() {
        return (end ??= new AbortController()).signal;
      },
    };
    modem.dial(sent, take);
  });
}

/** Every status is an answer: what one that is no success says is read under the same bounds. */
const every = Object.fromEntries(Array.from({ length: 600 }, (_, status) => [status, true]));
