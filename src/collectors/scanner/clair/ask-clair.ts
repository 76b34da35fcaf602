import { PlimsollError } from '../../../core/errors.ts';
import { reportBytesAtMost } from '../reports/invalid-report.ts';
import { inBoth, text, type Text } from '../../../core/text.ts';

/** What one request takes at most, in milliseconds: Clair makes a report anew while one waits. */
const patience = 60_000;

/** How a Clair server is reached. */
export interface ClairServer {
  /** As it was named, without a slash at its end. */
  readonly url: string;
  /** A bearer token, where the server asks for one. */
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/**
 * Asks a Clair server with GET. It follows no redirect, so that the token goes nowhere else.
 *
 * @returns the body of its answer; `null` where it has no such thing
 * @throws PlimsollError `scanner-failed`, `scan-aborted`
 */
export async function askClair(
  { url, token, signal }: ClairServer,
  path: string,
): Promise<Uint8Array | null> {
  const limit = AbortSignal.timeout(patience);
  try {
    const answer = await fetch(`${url}${path}`, {
      method: 'GET',
      redirect: 'error',
      headers: {
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (answer.status === 404) {
      await answer.body?.cancel();
      return null;
    }
    if (answer.status !== 200 && answer.status !== 201) {
      await answer.body?.cancel();
      throw failed(
        text(`it answered ${answer.status}`, `其应答为 ${answer.status}`),
        answer.status === 401 || answer.status === 403
          ? text(
              'Put a token that the server accepts into CLAIR_TOKEN.',
              '请将服务器接受的令牌放入 CLAIR_TOKEN。',
            )
          : undefined,
      );
    }
    return await bodyOf(answer);
  } catch (error) {
    if (error instanceof PlimsollError) throw error;
    if (signal?.aborted) {
      throw new PlimsollError(
        'scan-aborted',
        text(
          'The collection was ended while Clair was asked.',
          '正在询问 Clair 时，采集即已结束。',
        ),
      );
    }
    if (limit.aborted) {
      throw failed(
        text(
          `it did not answer within ${patience / 1000} seconds`,
          `未在 ${patience / 1000} 秒内应答`,
        ),
        text(
          'Clair makes the report anew on request: ask again later.',
          'Clair 按请求重新生成报告：请稍后再试。',
        ),
      );
    }
    // What fetch throws tells the reason one level down.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw failed(
      inBoth(cause instanceof Error ? cause.message : String(cause)),
      text(
        `See whether a Clair server answers there: curl ${url}/indexer/api/v1/index_state`,
        `查看该处是否有 Clair 服务器应答：curl ${url}/indexer/api/v1/index_state`,
      ),
      error,
    );
  }
}

async function bodyOf(answer: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  // The body of a fetch is a stream of bytes.
  for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > reportBytesAtMost) {
      throw failed(
        text(
          `it answered with more than ${reportBytesAtMost} bytes`,
          `其应答超过 ${reportBytesAtMost} 字节`,
        ),
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}

const failed = (why: Text, hint?: Text, cause?: unknown): PlimsollError =>
  new PlimsollError(
    'scanner-failed',
    text(`Clair gave no report: ${why.en}.`, `Clair 没有给出报告：${why.zh}。`),
    {
      ...(hint ? { hint } : {}),
      ...(cause === undefined ? {} : { cause }),
    },
  );
