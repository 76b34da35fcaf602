import { request } from 'node:http';

/** Posts JSON to an engine's socket, as no client of ours ever would. */
export const postTo = (
  socketPath: string,
  path: string,
  body: string,
): Promise<{ readonly status: number; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    // A connection that is kept would lead to a plugin that has ended.
    const asked = request({ socketPath, path, method: 'POST', headers, agent: false }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (part: string) => (said += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: said }));
    });
    asked.on('error', reject).end(body);
  });
