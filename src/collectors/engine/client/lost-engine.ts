import { PlimsollError } from '../../../core/errors.ts';
import { text } from '../../../core/text.ts';
import type { EngineClient } from './engine-client.ts';

/**
 * Says that an engine which had answered was gone while it was read: it does not answer at the end, or nothing listened in
 * between. `undefined` where it was there all the time, as one that gave no answer to a single request.
 *
 * @param id how the engine is named
 */
export async function lostEngine(
  client: Pick<EngineClient, 'counts' | 'ended' | 'stream'>,
  id: string,
): Promise<PlimsollError | undefined> {
  const { answered, unanswered, refused } = client.counts();
  if (unanswered === 0) return undefined;
  const isGone = client.ended() !== undefined || !(await isThere(client));
  if (!isGone && refused === 0) return undefined;
  const [what, next] = isGone
    ? [
        text('stopped answering while it was read', '在读取过程中停止应答'),
        text('Start it, or see why it hangs', '请启动引擎，或查明其无响应的原因'),
      ]
    : [
        text('was restarted while it was read', '在读取过程中被重启'),
        text('Let it come to rest', '请待其恢复稳定'),
      ];
  return new PlimsollError(
    'engine-unreachable',
    text(
      `The engine at ${id} ${what.en}: requests answered: ${answered}, not answered: ${unanswered}. What was read is in the result; the rest is unknown.`,
      `引擎 ${id} ${what.zh}：已应答请求 ${answered} 个，未应答 ${unanswered} 个。已读取的内容计入结果，其余均为未知。`,
    ),
    {
      hint: text(
        `${next.en}, then scan again: plimsoll scan ${id}`,
        `${next.zh}，然后重新扫描：plimsoll scan ${id}`,
      ),
    },
  );
}

async function isThere(client: Pick<EngineClient, 'stream'>): Promise<boolean> {
  const answer = await client.stream(
    (docker) => docker.ping(),
    () => Promise.resolve(),
  );
  return !('failure' in answer) || answer.failure.status !== null;
}
