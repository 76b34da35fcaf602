import { PlimsollError } from '../../../core/errors.ts';
import { reportBytesAtMost } from '../reports/invalid-report.ts';

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
        `it answered ${answer.status}`,
        answer.status === 401 || answer.status === 403
          ? 'Put a token that the server accepts into CLAIR_TOKEN.'
          : '',
      );
    }
    return await bodyOf(answer);
  } catch (error) {
    if (error instanceof PlimsollError) throw error;
    if (signal?.aborted) {
      throw new PlimsollError('scan-aborted', 'The collection was ended while Clair was asked.');
    }
    if (limit.aborted) {
      throw failed(
        `it did not answer within ${patience / 1000} seconds`,
        'Clair makes the report anew on request: ask again later.',
      );
    }
    // What fetch throws tells the reason one level down.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw failed(
      cause instanceof Error ? cause.message : String(cause),
      `See whether a Clair server answers there: curl ${url}/indexer/api/v1/index_state`,
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
      throw failed(`it answered with more than ${reportBytesAtMost} bytes`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}

const failed = (why: string, hint = '', cause?: unknown): PlimsollError =>
  new PlimsollError('scanner-failed', `Clair gave no report: ${why}.`, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
