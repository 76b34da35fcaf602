import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as requestPlainly, type IncomingMessage } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { isLoopback } from '../gathering/registry-address.ts';
import { denied, invalid, unreachable } from './registry-errors.ts';
import type { RegistryCredentials } from './registry-credentials.ts';
import { errnoOf } from '../../files/file-error.ts';
import { readRegular } from '../../files/regular-file.ts';

/** What a registry answered; its body is read once, or left. */
export interface RegistryAnswer {
  readonly status: number;
  /** Whether it asked for an account, or a token of one, before it answered so. */
  readonly challenged: boolean;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  readonly body: AsyncIterable<Buffer>;
  /** Lets go of a body that nobody reads. */
  readonly leave: () => void;
}

/** A document of a registry: a manifest, an index, a configuration. */
export interface RegistryDocument {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** SHA-256 of its bytes, as it was computed; `sha256:…`. */
  readonly digest: string;
  /** Whether it names another page that follows. */
  readonly goesOn: boolean;
}

/** Asks one registry with GET and HEAD. */
export interface RegistryClient {
  /** What it answers, whatever that is. */
  readonly ask: (path: string, asked?: Asked) => Promise<RegistryAnswer>;
  /**
   * A document; `null` where it has none of that name.
   *
   * @throws PlimsollError `registry-denied`, `registry-invalid`, `registry-unreachable`, `scan-aborted`
   */
  readonly document: (path: string, accept?: string) => Promise<RegistryDocument | null>;
}

/** How it is asked. */
export interface Asked {
  readonly method?: 'GET' | 'HEAD';
  readonly accept?: string;
}

/** What a client is made of. */
export interface RegistryClientOptions {
  /** `https://registry.example:5000`. */
  readonly origin: string;
  readonly host: string;
  readonly credentials?: RegistryCredentials | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds without a byte after which a registry is taken to be gone. */
const idleTimeout = 30_000;

/** Bytes of a document, as registries themselves bound manifests. */
const documentBytes = 8 << 20;

const mostRedirects = 5;

const tokenAnswer = z.object({ token: z.string().optional(), access_token: z.string().optional() });

/**
 * Makes a client of a registry. Credentials go to it and to the service of tokens that it names over TLS, and are not sent
 * after a redirect elsewhere.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export async function createRegistryClient(
  options: RegistryClientOptions,
): Promise<RegistryClient> {
  const { origin, host, credentials, signal } = options;
  const own = await authoritiesOf(host).catch(() => []);
  const ca = own.length > 0 ? [...rootCertificates, ...own] : undefined;
  const mayShow = origin.startsWith('https:') || isLoopback(host);
  const basic =
    credentials && mayShow
      ? `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
      : undefined;
  let authorization: string | undefined;

  const send = (url: URL, method: string, headers: Record<string, string>) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const isTls = url.protocol === 'https:';
      const made = (isTls ? requestOverTls : requestPlainly)(url, {
        method,
        headers: { 'user-agent': 'plimsoll', ...headers },
        timeout: idleTimeout,
        ...(signal ? { signal } : {}),
        ...(isTls && ca ? { ca } : {}),
      });
      made.on('timeout', () => made.destroy(new Error(`no byte in ${idleTimeout / 1000} s`)));
      made.on('response', resolve);
      made.on('error', reject);
      made.end();
    });

  /** Follows where it leads; what was shown to the registry is not shown elsewhere. */
  const follow = async (
    path: string,
    { method = 'GET', accept }: Asked,
  ): Promise<IncomingMessage> => {
    let url = new URL(`${origin}${path}`);
    for (let hops = 0; ; hops += 1) {
      const isOwn = url.origin === new URL(origin).origin;
      const answer = await send(url, method, {
        ...(accept === undefined ? {} : { accept }),
        ...(authorization !== undefined && isOwn ? { authorization } : {}),
      });
      const to = answer.headers.location;
      if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) || to === undefined) {
        return answer;
      }
      answer.destroy();
      const next = URL.canParse(to, url.href) ? new URL(to, url) : undefined;
      const isDown = url.protocol === 'https:' && next?.protocol !== 'https:';
      if (!next || !/^https?:$/.test(next.protocol) || isDown || hops >= mostRedirects) {
        throw invalid(
          host,
          text('it leads elsewhere in a way that is not followed', '其重定向不予跟随'),
        );
      }
      url = next;
    }
  };

  /** The token that a challenge asks for; `undefined` where there is none to have. */
  const authorize = async (challenge: string): Promise<string | undefined> => {
    if (/^basic\b/i.test(challenge)) return basic;
    const { realm, service, scope } = challengeOf(challenge);
    const url = realm !== undefined && URL.canParse(realm) ? new URL(realm) : undefined;
    if (!url || (url.protocol !== 'https:' && !isLoopback(url.host))) return undefined;
    if (service !== undefined) url.searchParams.set('service', service);
    if (scope !== undefined) url.searchParams.set('scope', scope);
    const answer = await send(url, 'GET', basic === undefined ? {} : { authorization: basic });
    if (answer.statusCode !== 200) {
      answer.destroy();
      return undefined;
    }
    const said = tokenAnswer.safeParse(
      parseJsonText((await wholeOf(answer, host)).toString('utf8')),
    );
    const token = said.data?.token ?? said.data?.access_token;
    return token === undefined ? undefined : `Bearer ${token}`;
  };

  const ask = async (path: string, asked: Asked = {}): Promise<RegistryAnswer> => {
    try {
      let answer = await follow(path, asked);
      const challenge = answer.headers['www-authenticate'];
      const challenged = answer.statusCode === 401;
      if (challenged && challenge !== undefined) {
        answer.destroy();
        authorization = await authorize(challenge);
        answer = await follow(path, asked);
      }
      return {
        status: answer.statusCode ?? 0,
        challenged,
        header: (name) => {
          const value = answer.headers[name];
          return typeof value === 'string' ? value : undefined;
        },
        body: read(answer),
        leave: () => answer.destroy(),
      };
    } catch (error) {
      throw contact(error);
    }
  };

  async function* read(answer: IncomingMessage): AsyncGenerator<Buffer, void> {
    try {
      // Nothing sets an encoding, so what comes are bytes.
      for await (const chunk of answer as AsyncIterable<Buffer>) yield chunk;
    } catch (error) {
      throw contact(error);
    }
  }

  const contact = (error: unknown): unknown => {
    if (error instanceof PlimsollError) return error;
    if (signal?.aborted === true) {
      const why = text(
        `The collection was ended while ${host} was asked.`,
        `正在询问 ${host} 时，采集即已结束。`,
      );
      return new PlimsollError('scan-aborted', why);
    }
    return unreachable(origin, host, error);
  };

  return {
    ask,
    document: async (path, accept) => {
      const answer = await ask(path, accept === undefined ? {} : { accept });
      if (answer.status !== 200) answer.leave();
      if (answer.status === 404) return null;
      if (answer.status === 401 || answer.status === 403) {
        throw denied(host, credentials !== undefined);
      }
      if (answer.status !== 200) {
        throw invalid(host, text(`it answered ${answer.status}`, `其应答为 ${answer.status}`));
      }
      const bytes = await wholeOf(answer.body, host);
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      return {
        bytes,
        digest,
        mediaType: (answer.header('content-type') ?? '').split(';', 1)[0] ?? '',
        goesOn: answer.header('link') !== undefined,
      };
    },
  };
}

async function wholeOf(body: AsyncIterable<Buffer>, host: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > documentBytes) {
      throw invalid(
        host,
        text(
          `it answered with more than ${documentBytes} bytes`,
          `其应答超过 ${documentBytes} 字节`,
        ),
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}

/** What a challenge says of the token that it wants. */
function challengeOf(challenge: string): Partial<Record<string, string>> {
  if (!/^bearer\s/i.test(challenge)) return {};
  return Object.fromEntries(
    Array.from(challenge.matchAll(/(\w+)="([^"]*)"/g), ([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** Where docker looks for the certificates by which it knows a registry. */
export const authorityFolder = (host: string): string => join('/etc/docker/certs.d', host);

/** The certificates by which docker itself knows a registry, as PEM; none where there is no folder of them. */
export async function authoritiesOf(host: string): Promise<readonly string[]> {
  const folder = authorityFolder(host);
  const all = await readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
  const names = all.filter((name) => name.endsWith('.crt'));
  return Promise.all(names.map(async (name) => String(await readRegular(join(folder, name)))));
}
