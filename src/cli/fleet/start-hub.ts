import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NatsPlace } from '../../agent.ts';
import type {
  FleetJudge,
  FleetStore,
  HttpsOptions,
  NatsAccounts,
  ServerCertificate,
} from '../../hub.ts';
import { parseJsonText } from '../../evidence.ts';
import { absent } from '../../files/file-error.ts';
import { readRegularSync } from '../../files/regular-file.ts';

/** What a hub is started with. */
export interface StartOptions {
  readonly store: FleetStore;
  readonly judge: FleetJudge;
  readonly certificate: ServerCertificate;
  /** Where readings come from beside those that are sent to the hub itself. */
  readonly nats?: HubNats | undefined;
  readonly tenant: string;
  readonly host: string;
  readonly port: number;
  /** Seconds between two readings of a host; after two of them without one it is silent. */
  readonly interval: number;
  /** Milliseconds between looks for silent hosts. */
  readonly sweepEvery?: number;
  readonly onTrouble: (error: unknown) => void;
}

/** NATS servers, and with what the hub speaks to them and lets agents in. */
export interface HubNats {
  readonly servers: readonly string[];
  readonly accounts: NatsAccounts;
}

/** A hub that runs. */
export interface Started {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a hub at HTTPS over its store. */
export async function startHub(options: StartOptions): Promise<Started> {
  const { store, judge, tenant, certificate, host, port, interval, sweepEvery, nats } = options;
  const door = await import('../../hub.ts');
  const hub = door.runHub(
    {
      accept: (delivery) =>
        door.acceptDelivery(store, delivery, { ...judge, tenant, now: new Date() }),
      findSilent: () => door.findSilent(store, 2_000 * interval, new Date()),
      checkpoint: async () => {
        await door.makeCheckpoint(store, new Date());
        await door.thinFleet(store, door.usualRetention, new Date());
      },
      onTrouble: options.onTrouble,
    },
    sweepEvery === undefined ? {} : { sweepEvery },
  );
  const take: HttpsOptions['take'] = async (delivery, claimed) => {
    try {
      return await hub.take(delivery, claimed);
    } catch (error) {
      options.onTrouble(error);
      throw error;
    }
  };
  const served = await door.serveHttps({
    certificate,
    host,
    port,
    take,
    enrol: async ({ natsKey, ...enrolment }) => ({
      tenant,
      labels: await door.enrolHost(store, enrolment, new Date()),
      ...(nats && natsKey !== undefined
        ? {
            nats: {
              servers: nats.servers,
              jwt: door.admitHost(nats.accounts, enrolment.host, natsKey, new Date()),
            },
          }
        : {}),
    }),
  });
  const { onTrouble } = options;
  const taking =
    nats &&
    (await door
      .serveNats({ place: hubPlace(nats), tenant, take, onTrouble })
      .catch(async (error: unknown) => {
        await served.close();
        await hub.close();
        throw error;
      }));
  return {
    url: served.url,
    close: async () => {
      await taking?.close();
      await served.close();
      await hub.close();
    },
  };
}

const hubPlace = ({ servers, accounts }: HubNats): NatsPlace => ({
  servers,
  jwt: accounts.hubJwt,
  key: accounts.hubKey,
});

/**
 * With what a hub speaks to NATS servers, made where there is none.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export async function hubAccounts(folder: string, tenant: string): Promise<NatsAccounts> {
  const { makeNatsAccounts, natsAccountsSchema } = await import('../../hub.ts');
  const path = join(folder, 'nats.json');
  const kept = textAt(path);
  if (kept !== undefined) return natsAccountsSchema.parse(parseJsonText(kept));
  const made = makeNatsAccounts(tenant, new Date());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

/** `undefined` of what is not there; what is there and cannot be read is not replaced, since agents hold to it. */
function textAt(path: string): string | undefined {
  try {
    return readRegularSync(path).toString();
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
}

/**
 * The certificate of a hub in its folder, made where there is none.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export async function hubCertificate(folder: string): Promise<ServerCertificate> {
  const [cert, key] = [join(folder, 'hub.crt'), join(folder, 'hub.key')];
  const kept = { cert: textAt(cert), key: textAt(key) };
  if (kept.cert !== undefined && kept.key !== undefined) return { cert: kept.cert, key: kept.key };
  const { makeCertificate } = await import('../../hub.ts');
  const made = makeCertificate(['localhost', '127.0.0.1'], new Date());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(key, made.key, { mode: 0o600 });
  writeFileSync(cert, made.cert, { mode: 0o644 });
  return made;
}
