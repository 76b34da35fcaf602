import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import type { EngineTransport, TlsMaterial } from '../address/engine-address.ts';
import type { DockerLike } from '../../gathering/docker-like.ts';
import type { Deadline } from './deadline.ts';
import { createSshDialer } from './ssh.ts';

/** What a modem is asked to send, as dockerode says it. */
export interface DialOptions {
  /** A `?` at its end stands where the query goes. */
  readonly path: string;
  readonly method: string;
  /** The members of the query; of a request with a body, the body. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Whether the answer is handed on while it comes. */
  readonly isStream?: boolean;
  /** Which statuses are answers, by `true`; the others are errors. */
  readonly statusCodes: Readonly<Record<number, string | boolean>>;
  readonly abortSignal?: AbortSignal;
  /** The same for our own modem: to make a signal of each of many requests costs a tenth of sending them. */
  readonly onEnd?: Deadline['onEnd'];
}

/** What hands requests to an engine and its answers back, as the modem of a `Dockerode` does. */
export interface Modem {
  readonly dial: (
    options: DialOptions,
    callback: (error: Error | null, answer?: IncomingMessage) => void,
  ) => void;
}

/** The modem of one engine: Node's own HTTP over a socket, TCP, TLS or ssh, with connections that are used again. */
export interface OpenModem extends Modem {
  /** What the connection complained of, beside the errors of requests; `''` when nothing. */
  readonly lastTransportError: () => string;
  readonly close: () => void;
}

const silent = (): string => '';

/** Opens a modem; nothing is sent yet. */
export async function openModem(transport: EngineTransport): Promise<OpenModem> {
  switch (transport.kind) {
    case 'client':
      return ofUser(transport.docker);
    case 'unix':
      if (transport.docker) return ofUser(transport.docker);
      return overHttp({ socketPath: transport.socketPath, agent: new Agent(kept) });
    case 'npipe':
      return overHttp({ socketPath: transport.pipe, agent: new Agent(kept) });
    case 'ssh': {
      const { dial, lastTransportError } = createSshDialer(transport);
      return overHttp({ agent: createDialingAgent(dial) }, { lastTransportError });
    }
    case 'tcp': {
      const { host, port, tls, basePath } = transport;
      if (tls) return await overTls(transport, tls);
      return overHttp({ host, port, agent: new Agent(kept) }, { basePath });
    }
  }
}

/** The connections of a user's own client are its owner's to close. */
const ofUser = ({ modem }: DockerLike): OpenModem => ({
  dial: (options, callback) => (modem as Modem).dial(options, callback),
  lastTransportError: silent,
  close: () => {},
});

/** With a request in flight for each, there are never many connections. */
const kept = { keepAlive: true };

/** Node's TLS takes a while to load; only who speaks it pays for it. */
async function overTls(
  { host, port, basePath }: Extract<EngineTransport, { kind: 'tcp' }>,
  { ca, cert, key, verify }: TlsMaterial,
): Promise<OpenModem> {
  const https = await import('node:https');
  // Where the user said so, the server need not prove who it is.
  const agent = new https.Agent({ ...kept, ca, cert, key, rejectUnauthorized: verify });
  return overHttp({ host, port, agent }, { basePath, send: https.request });
}

function overHttp(
  to: RequestOptions & { readonly agent: Agent },
  { send = request, basePath = '', lastTransportError = silent } = {},
): OpenModem {
  return {
    dial: ({ path, method, options, onEnd }, callback) => {
      const sent = { ...to, method, path: `${basePath}${withQuery(path, options)}` };
      const asked = send(sent, (answer) => callback(null, answer)).on('error', callback);
      // Of a connection that wishes to speak another protocol Node lets go without an error.
      asked.on('close', () => callback(new Error('The connection was closed without an answer.')));
      onEnd?.(() => asked.destroy(new Error('The request was interrupted.')));
      asked.end();
    },
    lastTransportError,
    close: () => to.agent.destroy(),
  };
}

/** A path with its query, as engines read it. */
export function withQuery(path: string, query: DialOptions['options'] = {}): string {
  const members = Object.entries(query).map(
    ([key, value]) => `${key}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`,
  );
  const plain = path.replace(/\?$/, '');
  return members.length === 0 ? plain : `${plain}?${members.join('&')}`;
}

/** Gives each request a connection that `dial` opened, and uses it again for the next. */
export function createDialingAgent(dial: () => Duplex): Agent {
  const open = new Set<Duplex>();
  const agent = new Agent(kept);
  return Object.assign(agent, {
    createConnection: () => {
      const connection = dial();
      open.add(connection);
      return connection.on('close', () => open.delete(connection));
    },
    // What was dialled is a stream of a process and no socket: it has neither keep-alive nor a handle to let go of.
    keepSocketAlive: () => true,
    reuseSocket: () => {},
    destroy: () => {
      for (const connection of open) connection.destroy();
      Agent.prototype.destroy.call(agent);
    },
  });
}
