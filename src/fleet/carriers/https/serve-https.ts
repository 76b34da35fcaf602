import { text } from '../../../core/text.ts';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { wordsFor, type Delivery, type Outcome } from '../../../core/fleet/carrier.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { parseJsonText } from '../../../syntax/json/parse-json-text.ts';
import type { ServerCertificate } from './certificate.ts';

const enrolmentSchema = z.object({
  host: z.string().max(63),
  key: z.string().max(200),
  /** The public part of the key with which it connects to NATS servers. */
  natsKey: z
    .string()
    .regex(/^U[A-Z2-7]{55}$/)
    .optional(),
  token: z.string().max(200),
});

/** What a hub serves at HTTPS. */
export interface HttpsOptions {
  readonly certificate: ServerCertificate;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Takes a delivery in; `host` is whom it says that it is of. */
  readonly take: (delivery: Delivery, host: string) => Promise<Outcome>;
  /** Takes a host in, and answers with what it has to know. */
  readonly enrol: (enrolment: z.output<typeof enrolmentSchema>) => Promise<unknown>;
}

/** A hub that is served. */
export interface Served {
  /** `https://127.0.0.1:8443` */
  readonly url: string;
  /** Ends it, with its connections. */
  readonly close: () => Promise<void>;
}

/** Bytes of a request at most. */
const requestAtMost = 1024 * 1024;

/**
 * Serves a hub: `POST /v1/envelopes`, `POST /v1/enrol` and `GET /healthz`.
 *
 * @throws PlimsollError `option-invalid` where it cannot listen there
 */
export async function serveHttps(options: HttpsOptions): Promise<Served> {
  const { certificate, host, port } = options;
  const server = createServer({ ...certificate, minVersion: 'TLSv1.2' }, (request, answer) => {
    void answerTo(request, options)
      .catch(failure)
      .then(({ status, body }) => {
        answer.writeHead(status, { 'content-type': 'application/json' });
        return answer.end(JSON.stringify(body));
      });
  });
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  server.on('tlsClientError', () => {});
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new PlimsollError(
      'option-invalid',
      text(`Cannot listen at ${host}:${port}.`, `无法在 ${host}:${port} 监听。`),
      {
        hint: text(
          'Name an address that is free: plimsoll hub run --listen 127.0.0.1:8443',
          '请指明空闲的地址：plimsoll hub run --listen 127.0.0.1:8443',
        ),
        cause: error,
      },
    );
  }
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 2_000).unref();
      await closed;
    },
  };
}

interface Said {
  readonly status: number;
  readonly body: unknown;
}

async function answerTo(request: IncomingMessage, { take, enrol }: HttpsOptions): Promise<Said> {
  const { method, url, headers } = request;
  if (method === 'GET' && url === '/healthz') return { status: 200, body: { ok: true } };
  if (method !== 'POST' || (url !== '/v1/envelopes' && url !== '/v1/enrol')) {
    request.resume();
    return { status: 404, body: { error: 'There is nothing here.' } };
  }
  const bytes = await bodyOf(request);
  if (!bytes) return { status: 413, body: { error: 'It is too large.' } };
  if (url === '/v1/enrol') {
    const asked = enrolmentSchema.safeParse(parseJsonText(bytes.toString('utf8')));
    if (!asked.success) return { status: 400, body: { error: 'It is no enrolment.' } };
    return { status: 200, body: await enrol(asked.data) };
  }
  const sent = headers['plimsoll-sent-at'];
  const sentAt = typeof sent === 'string' && !Number.isNaN(Date.parse(sent)) ? sent : null;
  const outcome = await take(
    { bytes, sentAt, isLast: false },
    String(headers['plimsoll-host'] ?? ''),
  );
  if (outcome.kind === 'refused') {
    return { status: 403, body: { error: `${outcome.reason}: ${outcome.detail}` } };
  }
  return { status: 200, body: { words: wordsFor(outcome) } };
}

function failure(error: unknown): Said {
  const isRefused = error instanceof PlimsollError && error.code === 'hub-refused';
  if (isRefused) return { status: 403, body: { error: error.message } };
  // What went wrong inside is nobody's business outside.
  return {
    status: error instanceof SyntaxError ? 400 : 503,
    body: { error: 'It cannot be taken in now.' },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    length += bytes.length;
    if (length <= requestAtMost) parts.push(bytes);
  }
  return length > requestAtMost ? undefined : Buffer.concat(parts);
}
