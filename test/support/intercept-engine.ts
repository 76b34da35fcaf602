import { createServer, request, type IncomingMessage } from 'node:http';

/** What is answered in the engine's place. */
export interface Instead {
  readonly status: number;
  /** Sent as it is; anything but a string as JSON. */
  readonly body: unknown;
}

/**
 * Looks at each path before it is passed on: `undefined` passes it on, an answer is given instead of the
 * engine's, and `'silence'` gives none, ever.
 */
export type Intercept = (path: string) => Instead | 'silence' | undefined;

/** A socket before an engine's own, for what a real engine cannot be made to say or to do. */
export interface Interceptor {
  /** As a target. */
  readonly target: string;
  /** Decides from now on. */
  readonly decide: (intercept: Intercept) => void;
  /** Is called with each path when the engine has answered it, before the answer is passed on. */
  readonly afterwards: (action: (path: string) => Promise<unknown> | undefined) => void;
  /** Ends all connections that are open; new ones are taken. */
  readonly cut: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Listens at `socket`, before the engine at `target`. */
export async function interceptEngine(target: string, socket: string): Promise<Interceptor> {
  let intercept: Intercept = () => undefined;
  let afterwards: (path: string) => Promise<unknown> | undefined = () => undefined;
  const server = createServer((incoming, answer) => {
    const { method = '', url = '', headers } = incoming;
    const instead = intercept(url);
    if (instead === 'silence') return;
    if (instead) {
      const { body, status } = instead;
      answer.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
      return;
    }
    const passOn = async (from: IncomingMessage): Promise<void> => {
      await afterwards(url);
      answer.writeHead(from.statusCode ?? 502, from.headers);
      // What goes on for long has a head before its first byte.
      answer.flushHeaders();
      from.pipe(answer);
    };
    const outgoing = request({ socketPath: target, method, path: url, headers }, (from) => {
      void passOn(from);
    });
    outgoing.on('error', () => answer.destroy());
    outgoing.end();
  });
  await new Promise<void>((done) => server.listen(socket, done));
  return {
    target: `unix://${socket}`,
    decide: (next) => {
      intercept = next;
    },
    afterwards: (next) => {
      afterwards = next;
    },
    cut: async () => server.closeAllConnections(),
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
