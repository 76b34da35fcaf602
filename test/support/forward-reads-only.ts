import { createServer, request } from 'node:http';

/** A socket before an engine's that lets reads through and nothing else. */
export interface Forwarder {
  readonly socket: string;
  /** Requests let through, `GET /path`. */
  readonly forwarded: readonly string[];
  /** Requests refused. */
  readonly refused: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Listens at `socket` and forwards GET and HEAD to the engine at `target`; all else gets 403. */
export async function forwardReadsOnly(target: string, socket: string): Promise<Forwarder> {
  const forwarded: string[] = [];
  const refused: string[] = [];
  const server = createServer((incoming, answer) => {
    const { method = '', url = '', headers } = incoming;
    if (method !== 'GET' && method !== 'HEAD') {
      refused.push(`${method} ${url}`);
      answer.writeHead(403).end();
      return;
    }
    forwarded.push(`${method} ${url}`);
    const outgoing = request({ socketPath: target, method, path: url, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    socket,
    forwarded,
    refused,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
