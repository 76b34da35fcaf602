import { Agent, request, type AgentOptions, type RequestOptions } from 'node:http';
import type { EngineAddress, EngineTransport, TlsMaterial } from '../address/engine-address.ts';
import { createDialingAgent } from './dialing-agent.ts';
import { createSshDialer } from './ssh.ts';

/** A way to an engine: Node's own HTTP over a socket, TCP, TLS or ssh. */
export interface Way {
  /** Begins a request, as `request` of node:http and node:https do. */
  readonly request: typeof request;
  /** Where every request goes, and by which connections. */
  readonly to: RequestOptions & { readonly agent: Agent };
  /** What the way itself complained of, beside the errors of requests; `''` when nothing. */
  readonly complaint: () => string;
}

const silent = (): string => '';

/** Connections are used again: with a request in flight for each, there are never many. */
const kept: AgentOptions = { keepAlive: true };

/** Opens the way to an engine; nothing is sent yet. */
export async function openWay({ transport }: EngineAddress): Promise<Way> {
  switch (transport.kind) {
    case 'unix': {
      const { socketPath } = transport;
      return { request, to: { socketPath, agent: new Agent(kept) }, complaint: silent };
    }
    case 'ssh': {
      const { dial, complaint } = createSshDialer(transport);
      return { request, to: { agent: createDialingAgent(dial) }, complaint };
    }
    case 'tcp': {
      const { host, port, tls } = transport;
      if (tls) return await overTls(transport, tls);
      return { request, to: { host, port, agent: new Agent(kept) }, complaint: silent };
    }
  }
}

/** Node's TLS takes a while to load; only who speaks it pays for it. */
async function overTls(
  { host, port }: Extract<EngineTransport, { kind: 'tcp' }>,
  { ca, cert, key, verify }: TlsMaterial,
): Promise<Way> {
  const https = await import('node:https');
  // Where the user said so, the server need not prove who it is.
  const agent = new https.Agent({ ...kept, ca, cert, key, rejectUnauthorized: verify });
  return { request: https.request, to: { host, port, agent }, complaint: silent };
}
