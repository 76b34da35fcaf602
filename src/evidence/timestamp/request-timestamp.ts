import { createHash, randomBytes } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { PlimsollError } from '../../core/errors.ts';
import { SyntaxProblem } from '../../syntax/problem.ts';
import { tags, writeValue } from '../../syntax/der/der.ts';
import { identifiers } from './identifiers.ts';
import { longestResponse, readResponse, readToken } from './read-response.ts';
import { readTimestamp } from './verify-timestamp.ts';
import { inBoth, text, type Text } from '../../core/text.ts';

/** Something that can say when bytes were there. */
export interface Timestamper {
  /** Answers with a time-stamp response of RFC 3161 over these bytes, in DER. */
  readonly stamp: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** How long an authority may take, in milliseconds. */
const patience = 30_000;

/**
 * A time-stamp authority that is asked over HTTP. It receives only the SHA-256 of the bytes, and its answer is compared
 * with them before it is accepted.
 *
 * @param url http or https
 * @throws PlimsollError `option-invalid` for another URL; when asked, `timestamp-failed`
 * @see https://www.rfc-editor.org/rfc/rfc3161
 */
export function timestampAuthority(url: string): Timestamper {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') {
    throw new PlimsollError(
      'option-invalid',
      text(
        'The address of a time-stamp authority begins with http or https.',
        '时间戳机构的地址以 http 或 https 开头。',
      ),
      {
        hint: text(
          'Name it with --timestamp-url https://tsa.example.org/',
          '用以下选项指明：--timestamp-url https://tsa.example.org/',
        ),
      },
    );
  }
  return { stamp: (bytes) => stampBy(parsed, bytes) };
}

async function stampBy(url: URL, bytes: Uint8Array): Promise<Uint8Array> {
  // Positive, and written in the one way.
  const nonce = Buffer.concat([Buffer.of(0x40), randomBytes(8)]);
  const answer = await post(url, timestampQuery(bytes, nonce));
  try {
    const { status, reason, token } = readResponse(answer);
    if (status > 1 || !token) {
      throw failed(
        url,
        text(
          `refused to give one (status ${status})${reason && `: ${reason}`}`,
          `拒绝签发（状态 ${status}）${reason && `：${reason}`}`,
        ),
      );
    }
    readTimestamp(answer, bytes);
    const { stamp } = readToken(token);
    if (!nonce.equals(stamp.nonce)) {
      throw failed(url, text('answered to another request', '应答的是另一个请求'));
    }
    return answer;
  } catch (cause) {
    if (!(cause instanceof SyntaxProblem)) throw cause;
    const why = inBoth(cause.said);
    throw failed(
      url,
      text(
        `gave an answer that is not a time-stamp for this request: ${why.en}`,
        `的应答不是针对此请求的时间戳：${why.zh}`,
      ),
      cause,
    );
  }
}

/** A request for a time-stamp over bytes, in DER. */
export function timestampQuery(bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
  const kind = writeValue(
    tags.sequence,
    writeValue(tags.identifier, Buffer.from(identifiers.sha256, 'hex')),
    writeValue(tags.nothing),
  );
  const hash = writeValue(tags.octets, createHash('sha256').update(bytes).digest());
  return writeValue(
    tags.sequence,
    writeValue(tags.integer, Buffer.of(1)),
    writeValue(tags.sequence, kind, hash),
    writeValue(tags.integer, nonce),
    // The certificate shall be in the answer.
    writeValue(tags.boolean, Buffer.of(0xff)),
  );
}

/** Without a name and a password, which a URL may hold. */
const placeOf = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

const failed = (url: URL, what: Text, cause?: unknown): PlimsollError =>
  new PlimsollError(
    'timestamp-failed',
    text(
      `The time-stamp authority ${placeOf(url)} ${what.en.replace(/\.$/, '')}.`,
      `时间戳机构 ${placeOf(url)} ${what.zh.replace(/。$/, '')}。`,
    ),
    {
      hint: text(
        'Try again, name another with --timestamp-url, or leave the option out.',
        '请重试，用 --timestamp-url 指明另一个机构，或去掉该选项。',
      ),
      cause,
    },
  );

function post(url: URL, body: Uint8Array): Promise<Uint8Array> {
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const fail = (what: Text, cause?: unknown): void => {
      reject(failed(url, what, cause));
    };
    const asked = send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        'content-length': body.length,
        accept: 'application/timestamp-reply',
      },
      signal: AbortSignal.timeout(patience),
    });
    const unreachable = (cause: Error): void => {
      fail(
        cause.name === 'AbortError' || cause.name === 'TimeoutError'
          ? text(
              `did not answer within ${patience / 1000} seconds`,
              `未在 ${patience / 1000} 秒内应答`,
            )
          : text(`could not be reached: ${cause.message}`, `无法连接：${cause.message}`),
        cause,
      );
    };
    asked.on('error', unreachable);
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      fail(text('answered in another protocol', '以另一种协议应答'));
    });
    asked.on('response', (response) => {
      const pieces: Buffer[] = [];
      let length = 0;
      response.on('error', unreachable);
      response.on('data', (piece: Buffer) => {
        length += piece.length;
        if (length <= longestResponse) pieces.push(piece);
        else {
          fail(text('answered with more than a time-stamp', '应答的内容多于一个时间戳'));
          response.destroy();
        }
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(pieces));
        else {
          fail(
            text(
              `answered with the HTTP status ${response.statusCode}`,
              `应答的 HTTP 状态为 ${response.statusCode}`,
            ),
          );
        }
      });
    });
    asked.end(body);
  });
}
