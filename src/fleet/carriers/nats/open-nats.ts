import type * as Jetstream from '@nats-io/jetstream';
import type * as Core from '@nats-io/transport-node';
import { PlimsollError } from '../../../core/errors.ts';
import { text } from '../../../core/text.ts';
import { nkeyId, signWithNkey } from './nkey.ts';

/** Where NATS servers are, and as whom one connects. */
export interface NatsPlace {
  /** `nats://…` or `tls://…`, all of one cluster. */
  readonly servers: readonly string[];
  readonly jwt: string;
  /** PKCS #8 in PEM. */
  readonly key: string;
}

/** What is loaded of NATS. */
export interface LoadedNats {
  readonly core: typeof Core;
  readonly jetstream: typeof Jetstream;
}

/** @throws PlimsollError `carrier-missing` where the optional packages are not installed */
export async function loadNats(): Promise<LoadedNats> {
  try {
    const [core, jetstream] = await Promise.all([
      import('@nats-io/transport-node'),
      import('@nats-io/jetstream'),
    ]);
    return { core, jetstream };
  } catch (cause) {
    throw new PlimsollError(
      'carrier-missing',
      text(
        'NATS needs the optional packages @nats-io/transport-node and @nats-io/jetstream, which are not installed.',
        'NATS 需要可选包 @nats-io/transport-node 与 @nats-io/jetstream，它们尚未安装。',
      ),
      {
        hint: text(
          'Install them with: npm install @nats-io/transport-node @nats-io/jetstream',
          '安装：npm install @nats-io/transport-node @nats-io/jetstream',
        ),
        cause,
      },
    );
  }
}

/** Connects where one of the servers is there; what was connected once connects again for as long as it takes. */
export function connectTo(
  { core }: LoadedNats,
  { servers, jwt, key }: NatsPlace,
  more: { readonly inboxPrefix?: string; readonly name: string },
): Promise<Core.NatsConnection> {
  return core.connect({
    servers: [...servers],
    maxReconnectAttempts: -1,
    // Many hosts that lost the same server must not return at the same moment.
    reconnectJitter: 5_000,
    reconnectJitterTLS: 5_000,
    ...more,
    authenticator: (nonce) => ({
      jwt,
      nkey: nkeyId('user', key),
      sig: signWithNkey(key, Buffer.from(nonce ?? '')),
    }),
  });
}
