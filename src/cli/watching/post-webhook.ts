import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonText } from '../../report.ts';

/** What is posted: `text` as Slack and its like show it, and the change itself. */
export interface WebhookBody {
  readonly text: string;
  readonly change: object;
}

/** Milliseconds for one try. */
const patience = 10_000;
/** Milliseconds before each further try. */
const pauses = [1_000, 5_000, 20_000];

/**
 * Posts a change. With a secret, `X-Plimsoll-Signature` is `t=SECONDS,v1=HEX`: the HMAC-SHA256 of `SECONDS.BODY`, so that its
 * receiver knows that it is ours, and not an old one.
 *
 * @throws Error with the status or the reason of the last try
 */
export async function postWebhook(
  url: string,
  { text, change }: WebhookBody,
  secret: string | undefined,
): Promise<void> {
  const body = jsonText({ text: escaped(text), change });
  for (const pause of [...pauses, undefined]) {
    const failed = await post(url, body, secret);
    if (failed === undefined) return;
    if (pause === undefined) throw new Error(`--webhook: ${failed}`);
    await sleep(pause);
  }
}

/** Sends it once; why it did not arrive. */
async function post(
  url: string,
  body: string,
  secret: string | undefined,
): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json', ...signature(body, secret) };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
    return answer.ok ? undefined : `it was answered with ${answer.status}`;
  } catch (error) {
    const { cause, message } = error as Error;
    return cause instanceof Error ? cause.message : message;
  }
}

function signature(body: string, secret: string | undefined): Readonly<Record<string, string>> {
  if (secret === undefined || secret === '') return {};
  const seconds = Math.floor(Date.now() / 1_000);
  const hex = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return { 'x-plimsoll-signature': `t=${seconds},v1=${hex}` };
}

/** What Slack reads as a link or as a call of everybody. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
