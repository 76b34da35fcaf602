import { text as words } from '../../../core/text.ts';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { z } from 'zod';
import { PlimsollError } from '../../../core/errors.ts';
import type { Carrier, Word } from '../../../core/fleet/carrier.ts';
import { readWords } from '../../../core/fleet/read-words.ts';
import { parseJsonText } from '../../../syntax/json/parse-json-text.ts';
import { hubName } from './certificate.ts';

/** A hub, as an agent knows it since it enrolled. */
export interface HubAddress {
  readonly url: string;
  /** The certificate that it must have, in PEM. */
  readonly certificate: string;
}

/** Milliseconds for an answer. */
const deadline = 60_000;

/** Carries envelopes to a hub by HTTPS; its answer to one has the words for the host. */
export function connectHttps(hub: HubAddress, host: string): Carrier {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let hear = (_: Word): void => {};
  return {
    send: async (envelope) => {
      const headers = { 'plimsoll-host': host, 'plimsoll-sent-at': new Date().toISOString() };
      const answer = await post(hub, '/v1/envelopes', envelope, headers, agent);
      for (const word of readWords(answer)) hear(word);
    },
    onWord: (listener) => {
      hear = listener;
    },
    close: () => {
      agent.destroy();
      return Promise.resolve();
    },
  };
}

/**
 * Posts to a hub, and reads its answer.
 *
 * @throws PlimsollError `hub-unreachable`, `hub-refused`
 */
export async function post(
  { url, certificate }: HubAddress,
  path: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  agent?: Agent,
): Promise<unknown> {
  const asked = request(new URL(path, url), {
    method: 'POST',
    ca: certificate,
    servername: hubName,
    headers: { ...headers, 'content-length': body.length },
    signal: AbortSignal.timeout(deadline),
    ...(agent ? { agent } : {}),
  });
  let status: number | undefined;
  let said: unknown;
  try {
    const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
    asked.end(body);
    const [answer] = await answered;
    status = answer.statusCode;
    said = parseJsonText(await text(answer));
  } catch (cause) {
    throw unreachable(url, cause);
  }
  if (status === 200) return said;
  const why = z.object({ error: z.string() }).safeParse(said).data?.error ?? '';
  if (status === 403) {
    throw new PlimsollError('hub-refused', words(`The hub refuses: ${why}`, `中心拒绝：${why}`), {
      hint: words(
        'See what it has put aside where it runs: plimsoll hub parked',
        '请在中心查看其搁置的内容：plimsoll hub parked',
      ),
    });
  }
  throw unreachable(url, new Error(`it answers ${status}: ${why}`));
}

/**
 * The certificate of a hub, which has to be the one that was pinned.
 *
 * @param pin SHA-256 of it, base64url
 * @throws PlimsollError `hub-unreachable`; `hub-refused` where it is another one
 */
export async function fetchCertificate(url: string, pin: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port === '' ? 443 : port),
    servername: hubName,
    // Whether it is the right one is looked at here, before anything is sent.
    rejectUnauthorized: false,
    timeout: deadline,
  });
  try {
    await once(socket, 'secureConnect');
    const { raw } = socket.getPeerCertificate();
    const found = createHash('sha256').update(raw).digest('base64url');
    if (found === pin) return new X509Certificate(raw).toString();
  } catch (cause) {
    throw unreachable(url, cause);
  } finally {
    socket.destroy();
  }
  throw new PlimsollError(
    'hub-refused',
    words(`${url} has another certificate than the token says.`, `${url} 的证书与令牌所示不符。`),
    {
      hint: words(
        'Somebody may stand between, or the hub has a new certificate: make a new token there with plimsoll hub token',
        '可能有人居间，或中心更换了证书：请在中心生成新令牌：plimsoll hub token',
      ),
    },
  );
}

function unreachable(url: string, cause: unknown): PlimsollError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PlimsollError(
    'hub-unreachable',
    words(`The hub ${url} cannot be reached: ${why}.`, `无法连接中心 ${url}：${why}。`),
    {
      hint: words(
        'Check that it runs and listens there: plimsoll hub run',
        '请检查它是否在该处运行并监听：plimsoll hub run',
      ),
      cause,
    },
  );
}
