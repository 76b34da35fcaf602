import { text } from '../core/text.ts';
import { once } from 'node:events';
import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { isIP, type AddressInfo } from 'node:net';
import { PlimsollError } from '../core/errors.ts';
import { getRequestListener } from '@hono/node-server';
import type { ConsoleHandler } from './create-console.ts';

/** Makes a listener of Node's servers of a console, to mount it in one that is there. */
export function consoleListener(handle: ConsoleHandler): RequestListener {
  const listener = getRequestListener(
    (request, { incoming }) => handle(request, { address: incoming.socket.remoteAddress }),
    { overrideGlobalObjects: false },
  );
  return (request, answer) => void listener(request, answer);
}

/** Where a console is served. */
export interface ConsolePlace {
  /** An address; `127.0.0.1` when absent. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** PEM; plain HTTP is served on this machine alone, for its own people and for a proxy. */
  readonly certificate?: { readonly key: string; readonly cert: string };
}

/** A console that is served. */
export interface ServedConsole {
  /** Where it is, `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Ends it, with its connections. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a console.
 *
 * @throws PlimsollError `option-invalid` where it cannot listen there, and for plain HTTP that others could listen to
 */
export async function serveConsole(
  handle: ConsoleHandler,
  { host = '127.0.0.1', port, certificate }: ConsolePlace,
): Promise<ServedConsole> {
  if (!certificate && !/^(127\.|::1$|localhost$)/.test(host)) {
    throw new PlimsollError(
      'option-invalid',
      text(`Tokens would travel in the clear to ${host}.`, `令牌会以明文传到 ${host}。`),
      {
        hint: text(
          'Give a certificate, or listen at 127.0.0.1 behind a proxy that has one.',
          '请提供证书，或在有证书的代理之后监听 127.0.0.1。',
        ),
      },
    );
  }
  const listener = consoleListener(handle);
  const server = certificate
    ? createTlsServer({ ...certificate, minVersion: 'TLSv1.2' }, listener)
    : createPlainServer(listener);
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new PlimsollError(
      'option-invalid',
      text(`Cannot listen at ${host}:${port}.`, `无法在 ${host}:${port} 监听。`),
      {
        hint: text('Name an address that is free.', '请指明空闲的地址。'),
        cause: error,
      },
    );
  }
  const { port: bound } = server.address() as AddressInfo;
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return {
    url: `${certificate ? 'https' : 'http'}://${name}:${bound}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
