import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlimsollError } from '../../../core/errors.ts';
import { wordsFor, type Delivery, type Outcome } from '../../../core/fleet/carrier.ts';
import { connectTo, loadNats, type LoadedNats, type NatsPlace } from './open-nats.ts';
import { evidenceStream, sentAtHeader, subjects } from './subjects.ts';

/** What a hub takes from a stream. */
export interface NatsOptions {
  readonly place: NatsPlace;
  readonly tenant: string;
  /** Takes a delivery in; `host` is whom it says that it is of. */
  readonly take: (delivery: Delivery, host: string) => Promise<Outcome>;
  /** Called with what goes wrong while nobody waits for it. */
  readonly onTrouble: (error: unknown) => void;
}

/** Readings that are taken from a stream. */
export interface Taking {
  /** Ends it, once what is under way is taken in. */
  readonly close: () => Promise<void>;
}

/** Milliseconds after which a stream gives what nobody answered for to another hub. */
const ackWait = 30_000;
/** Times that something is delivered and ends the hub, or fails in it, before it is put aside. */
const deliveriesAtMost = 3;
/** Deliveries that are under way at once. */
const together = 256;
/** Milliseconds between tries where the store, or the stream, is away. */
const pause = 1_000;
const gigabyte = 1024 ** 3;

/**
 * Takes readings from the stream of an organisation, which it makes where there is none, until it is closed. Several hubs share
 * one stream.
 *
 * @throws PlimsollError `carrier-missing`
 */
export async function serveNats(options: NatsOptions): Promise<Taking> {
  const { place, onTrouble } = options;
  const nats = await loadNats();
  let connection: NatsConnection | undefined;
  const ended = new AbortController();
  let messages: ConsumerMessages | undefined;
  const isOver = (): boolean => ended.signal.aborted;
  const running = new Set<Promise<unknown>>();
  /** The last delivery of each host that is under way: what follows it waits. */
  const lastOf = new Map<string, Promise<unknown>>();
  const run = async (): Promise<void> => {
    while (!isOver()) {
      try {
        if (connection?.isClosed() !== false) {
          connection = await connectTo(nats, place, { name: 'plimsoll hub' });
        }
        const through = connection;
        const consumer = await openConsumer(nats, through, options);
        messages = await consumer.consume({
          max_messages: together,
          abort_on_missing_resource: true,
        });
        for await (const message of messages) {
          const { subject } = message;
          const before = lastOf.get(subject);
          const taken = takeIn(message, through, options, ended.signal, before).catch(onTrouble);
          running.add(taken);
          lastOf.set(subject, taken);
          void taken.finally(() => {
            running.delete(taken);
            if (lastOf.get(subject) === taken) lastOf.delete(subject);
          });
          if (running.size >= together) await Promise.race(running);
        }
      } catch (error) {
        if (!isOver()) onTrouble(error);
      }
      // A stream that is gone, as with the disks of all servers, is made anew.
      if (!isOver()) await sleep(pause, undefined, { signal: ended.signal }).catch(() => {});
    }
  };
  const serving = run();
  return {
    close: async () => {
      ended.abort();
      messages?.stop();
      await serving;
      await Promise.allSettled(running);
      await connection?.close();
    },
  };
}

async function openConsumer(
  { jetstream }: LoadedNats,
  connection: NatsConnection,
  { place, tenant }: NatsOptions,
): Promise<Consumer> {
  const manager = await jetstream.jetstreamManager(connection);
  await manager.streams.add({
    name: evidenceStream,
    subjects: [subjects(tenant, '*').reading],
    retention: jetstream.RetentionPolicy.Workqueue,
    storage: jetstream.StorageType.File,
    // What is full refuses, and agents keep what they have.
    discard: jetstream.DiscardPolicy.New,
    num_replicas: place.servers.length >= 3 ? 3 : 1,
    max_bytes: 20 * gigabyte,
    max_msg_size: 1024 * 1024,
  });
  const { name } = await manager.consumers.add(evidenceStream, {
    durable_name: 'ledger',
    ack_policy: jetstream.AckPolicy.Explicit,
    ack_wait: ackWait * 1e6,
    max_ack_pending: 2_000,
  });
  return jetstream.jetstream(connection).consumers.get(evidenceStream, name);
}

async function takeIn(
  message: JsMsg,
  connection: NatsConnection,
  { tenant, take, onTrouble }: NatsOptions,
  signal: AbortSignal,
  before?: Promise<unknown>,
): Promise<void> {
  const sent = message.headers?.get(sentAtHeader) ?? '';
  const host = message.subject.split('.').at(-2) ?? '';
  const beat = setInterval(() => message.working(), ackWait / 3);
  try {
    await before;
    for (let failed = 0; ;) {
      try {
        const outcome = await take(
          {
            bytes: message.data,
            sentAt: Number.isNaN(Date.parse(sent)) ? null : sent,
            isLast: Math.max(message.info.deliveryCount - 1, failed) >= deliveriesAtMost,
          },
          host,
        );
        if (outcome.kind === 'refused') {
          message.term(outcome.reason);
          return;
        }
        const words = wordsFor(outcome);
        if (words.length > 0) {
          connection.publish(subjects(tenant, outcome.host).words, JSON.stringify({ words }));
        }
        message.ack();
        return;
      } catch (error) {
        // A store that is away takes nothing at all: it says nothing of this reading.
        const isStore = error instanceof PlimsollError && error.code.startsWith('ledger-');
        if (!isStore) failed += 1;
        if (failed > deliveriesAtMost) {
          onTrouble(error);
          message.term('it is never taken in');
          return;
        }
      }
      await sleep(pause, undefined, { signal }).catch(() => {});
      if (signal.aborted) {
        message.nak();
        return;
      }
    }
  } finally {
    clearInterval(beat);
  }
}
