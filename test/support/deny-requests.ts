import { createServer, request, type ServerResponse } from 'node:http';

/** What an engine answered. */
export interface Recorded {
  readonly status: number;
  readonly body: Buffer;
}

/** What becomes of a request that fails; what the engine answered is at hand. */
export type Deny = (answer: ServerResponse, recorded: Recorded) => void;

const refuse =
  (status: number): Deny =>
  (answer) =>
    answer.writeHead(status).end(JSON.stringify({ message: 'no' }));

const halfOf = ({ body }: Recorded): Buffer => body.subarray(0, Math.floor(body.length / 2));

/** The ways in which a request fails. */
export const denials: Readonly<Record<string, Deny>> = {
  'is refused with 403': refuse(403),
  'is refused with 404': refuse(404),
  'is refused with 500': refuse(500),
  'is cut': (answer) => answer.destroy(),
  'is answered by half': (answer, recorded) => answer.writeHead(200).end(halfOf(recorded)),
  'breaks off in the middle': (answer, recorded) => {
    answer.writeHead(200, { 'content-length': recorded.body.length });
    answer.write(halfOf(recorded), () => answer.destroy());
  },
  'is answered by nothing': (answer) => answer.writeHead(200).end(),
  'is answered with 204': (answer) => answer.writeHead(204).end(),
  'is answered with null': (answer) => answer.writeHead(200).end('null'),
  'is not answered': () => undefined,
};

/** A socket before an engine's own that remembers what it answered, and fails one request. */
export interface Denier {
  /** As a target. */
  readonly target: string;
  /** What was asked so far, sorted. */
  readonly requests: () => readonly string[];
  /** Fails one request from now on; none when absent. */
  readonly deny: (request?: string, how?: Deny) => void;
  /** Whether the engine itself is asked again what it answered before; it is not unless told. */
  readonly live: (on: boolean) => void;
  readonly stop: () => Promise<void>;
}

/** Listens at `socket`, before the engine at `target`. */
export async function denyRequests(target: string, socket: string): Promise<Denier> {
  const answers = new Map<string, Recorded>();
  let denied: { readonly request: string | undefined; readonly how: Deny | undefined } | undefined;
  let live = false;
  const ask = (path: string): Promise<Recorded> =>
    new Promise((resolve, reject) => {
      request({ socketPath: target, path }, (from) => {
        const chunks: Buffer[] = [];
        from
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            resolve({ status: from.statusCode ?? 502, body: Buffer.concat(chunks) });
          });
      })
        .on('error', reject)
        .end();
    });
  const server = createServer((incoming, answer) => {
    const { url = '' } = incoming;
    const known = live ? undefined : answers.get(url);
    const give = (recorded: Recorded): void => {
      answers.set(url, recorded);
      if (denied?.how && denied.request === url) denied.how(answer, recorded);
      else answer.writeHead(recorded.status).end(recorded.body);
    };
    if (known) give(known);
    else void ask(url).then(give, () => answer.destroy());
  });
  await new Promise<void>((done) => server.listen(socket, done));
  return {
    target: `unix://${socket}`,
    requests: () => [...answers.keys()].toSorted(),
    deny: (which, how) => {
      denied = { request: which, how };
    },
    live: (on) => {
      live = on;
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
