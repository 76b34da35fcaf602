import { text as words } from '../../core/text.ts';
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import { nameSchema } from '../../core/fleet/statement.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { writeDurably } from '../agent/write-durably.ts';
import { fetchCertificate, post } from '../carriers/https/connect-https.ts';
import { makeNkey, nkeyId } from '../carriers/nats/nkey.ts';
import type { NatsPlace } from '../carriers/nats/open-nats.ts';
import { absent } from '../../files/file-error.ts';
import { readRegularSync } from '../../files/regular-file.ts';

const enrolledSchema = z.object({
  url: z.url(),
  certificate: z.string(),
  tenant: nameSchema,
  host: nameSchema,
  labels: z.record(z.string(), z.string()),
  enrolledAt: z.string(),
  /** Where the hub takes readings from, where that is not the hub itself. */
  nats: z.object({ servers: z.array(z.string()), jwt: z.string() }).optional(),
});

/** What an agent knows since it enrolled. */
export interface Enrolled extends Readonly<Omit<z.output<typeof enrolledSchema>, 'nats'>> {
  /** Ed25519, private; it never leaves its folder. */
  readonly key: KeyObject;
  /** With which secrets get the fingerprints that stand in snapshots; it never leaves its folder. */
  readonly fingerprintKey: Buffer;
  /** Servers between it and the hub, and as whom it connects to them; absent where it sends to the hub itself. */
  readonly nats?: NatsPlace;
}

/** A token as a person hands it on: the secret, and the pin of the hub's certificate. */
export const joinToken = (secret: string, pin: string): string => `${secret}.${pin}`;

/**
 * Enrols a host: it makes its keys, and shows a token. Done again, it goes on with the same keys.
 *
 * @param folder where the agent keeps what it knows
 * @throws PlimsollError `hub-unreachable`, `hub-refused`, `option-invalid` for what is no token
 */
export async function enrolAgent(
  folder: string,
  { url, token, host }: { readonly url: string; readonly token: string; readonly host: string },
): Promise<Enrolled> {
  const [secret = '', pin = ''] = token.split('.');
  if (secret === '' || pin === '') {
    throw new PlimsollError(
      'option-invalid',
      words('This is no token of a hub.', '这不是中心的令牌。'),
      {
        hint: words(
          'Make one where the hub runs: plimsoll hub token',
          '请在中心生成：plimsoll hub token',
        ),
      },
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = keep(join(folder, 'host.key'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  keep(join(folder, 'fingerprint.key'), () => randomBytes(32).toString('base64'));
  // A key of its own: what a server asks to have signed is signed by no key of readings.
  const busKey = keep(join(folder, 'nats.key'), () => makeNkey('user').pem);
  const certificate = await fetchCertificate(url, pin);
  const publicKey = createPublicKey(createPrivateKey(key))
    .export({ type: 'spki', format: 'der' })
    .toString('base64');
  const body = Buffer.from(
    JSON.stringify({ host, key: publicKey, natsKey: nkeyId('user', busKey), token: secret }),
  );
  const answer = enrolledSchema
    .pick({ tenant: true, labels: true, nats: true })
    .parse(await post({ url, certificate }, '/v1/enrol', body));
  const enrolledAt = new Date().toISOString();
  const known = { url, certificate, host, ...answer, enrolledAt };
  writeDurably(join(folder, 'enrolled.json'), JSON.stringify(known, null, 2));
  return readEnrolled(folder);
}

function keep(path: string, make: () => string): string {
  try {
    return readRegularSync(path).toString();
  } catch (cause) {
    // A key that is there and cannot be read is not replaced: with it the host would lose its name.
    if (!absent(cause)) throw cause;
    writeDurably(path, make());
    return readRegularSync(path).toString();
  }
}

/**
 * What an agent knows since it enrolled.
 *
 * @throws PlimsollError `file-not-found` where it has not
 */
export function readEnrolled(folder: string): Enrolled {
  let text: string;
  try {
    text = readRegularSync(join(folder, 'enrolled.json')).toString();
  } catch (cause) {
    if (!absent(cause)) throw cause;
    throw new PlimsollError(
      'file-not-found',
      words(`No agent has enrolled in ${folder}.`, `${folder} 中没有已登记的代理。`),
      {
        hint: words(
          'Enrol it first: plimsoll agent enrol https://HUB:8443 --token TOKEN',
          '请先登记：plimsoll agent enrol https://HUB:8443 --token TOKEN',
        ),
        cause,
      },
    );
  }
  const { nats, ...known } = enrolledSchema.parse(parseJsonText(text));
  return {
    ...known,
    ...(nats
      ? { nats: { ...nats, key: readRegularSync(join(folder, 'nats.key')).toString() } }
      : {}),
    key: createPrivateKey(readRegularSync(join(folder, 'host.key'))),
    fingerprintKey: Buffer.from(
      readRegularSync(join(folder, 'fingerprint.key')).toString(),
      'base64',
    ),
  };
}
