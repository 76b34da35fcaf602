import type { NatsConnection } from '@nats-io/transport-node';
import { PlimsollError } from '../../../core/errors.ts';
import type { Carrier, Word } from '../../../core/fleet/carrier.ts';
import { readWords } from '../../../core/fleet/read-words.ts';
import { text } from '../../../core/text.ts';
import { parseJsonText } from '../../../syntax/json/parse-json-text.ts';
import { connectTo, loadNats, type NatsPlace } from './open-nats.ts';
import { sentAtHeader, subjects } from './subjects.ts';

/** Milliseconds until a stream says that it has an envelope. */
const deadline = 10_000;

/**
 * Carries envelopes to a hub by a stream of NATS. That the stream has one is no receipt: the words of the hub come on a subject of
 * the host's own. It connects when the first envelope is sent, so that a host is read while no server is there.
 *
 * @throws PlimsollError `carrier-missing`
 */
export async function connectNats(
  place: NatsPlace,
  { tenant, host }: { readonly tenant: string; readonly host: string },
): Promise<Carrier> {
  const nats = await loadNats();
  const { reading, words, inbox } = subjects(tenant, host);
  let hear = (_: Word): void => {};
  let connection: NatsConnection | undefined;
  const connected = async (): Promise<NatsConnection> => {
    if (connection?.isClosed() === false) return connection;
    connection = await connectTo(nats, place, { inboxPrefix: inbox, name: host });
    connection.subscribe(words, {
      callback: (error, message) => {
        if (error) return;
        for (const word of readWords(parsed(message.string()))) hear(word);
      },
    });
    return connection;
  };
  return {
    send: async (envelope) => {
      const headers = nats.core.headers();
      headers.set(sentAtHeader, new Date().toISOString());
      try {
        const stream = nats.jetstream.jetstream(await connected());
        await stream.publish(reading, envelope, { timeout: deadline, headers });
      } catch (cause) {
        throw unreachable(place.servers, cause);
      }
    },
    onWord: (listener) => {
      hear = listener;
    },
    close: async () => connection?.close(),
  };
}

function parsed(said: string): unknown {
  try {
    return parseJsonText(said);
  } catch {
    return undefined;
  }
}

function unreachable(servers: readonly string[], cause: unknown): PlimsollError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const where = servers.join(', ');
  return new PlimsollError(
    'hub-unreachable',
    text(`The stream at ${where} takes nothing: ${why}.`, `${where} 的流未接收：${why}。`),
    {
      hint: text(
        'Check that the NATS servers run, and that a hub has made the stream: plimsoll hub run --nats URL',
        '请检查 NATS 服务器是否运行，以及中心是否已建立流：plimsoll hub run --nats URL',
      ),
      cause,
    },
  );
}
