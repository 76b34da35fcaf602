import {
  commandSigner,
  keySigner,
  refusePrivateKey,
  timestampAuthority,
  type Signer,
  type Timestamper,
} from '../../evidence.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { SigningOptions } from './add-signing.ts';
import { ofOtherKind, readAs } from '../input/read-as.ts';
import { readBytes } from '../input/read-file.ts';
import { text } from '../../index.ts';

/** Where a private key in PEM may stand instead of a file. */
const keyVariable = 'PLIMSOLL_SIGN_KEY';

/**
 * The signer that was named: a key's file, a command, or the key in the environment. `undefined` when none was.
 *
 * @throws PlimsollError `option-invalid` when both are named, `key-invalid`, and what reading a file throws
 */
export async function chooseSigner({ sign, signer }: SigningOptions): Promise<Signer | undefined> {
  if (sign !== undefined && signer !== undefined) {
    throw new PlimsollError(
      'option-invalid',
      text(
        'A bundle is signed once: by a key or by a command.',
        '证据包只签名一次：用密钥或用命令。',
      ),
      {
        hint: text('Leave out --sign or --signer.', '请去掉 --sign 或 --signer。'),
      },
    );
  }
  if (signer !== undefined) return commandSigner(signer);
  if (sign !== undefined) {
    return readAs(sign, 'private key', async () => keySigner(await readKey(sign)));
  }
  const pem = process.env[keyVariable];
  return pem === undefined || pem === '' ? undefined : keySigner(pem);
}

/**
 * The time-stamp authority that was named, if one was.
 *
 * @throws PlimsollError `option-invalid` for what is no URL of one
 */
export const chooseTimestamper = ({ timestampUrl }: SigningOptions): Timestamper | undefined =>
  timestampUrl === undefined ? undefined : timestampAuthority(timestampUrl);

/** A key's file as text. */
export const readKey = async (path: string): Promise<string> =>
  (await readBytes(path)).toString('utf8');

/**
 * A file that holds a public key or certificates, as text.
 *
 * @throws PlimsollError `key-invalid` for a private key and for what is something else, and what reading a file throws
 */
export const readPublicFile = (
  path: string,
  kind: 'public key' | 'certificates',
): Promise<string> =>
  readAs(path, kind, async () => {
    const bytes = await readBytes(path);
    refusePrivateKey(bytes);
    const other = await ofOtherKind(path, kind);
    if (other) throw other;
    return bytes.toString('utf8');
  });

/** A word as a shell takes it. */
export const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The command with which anybody checks a signature without this package, and without a network. */
export const cosignCommand = (bundle: string, key: string, type: string): string =>
  `unzip -o ${quoted(bundle)} manifest.json manifest.dsse.json && ` +
  `cosign verify-blob-attestation --key ${quoted(key)} --signature manifest.dsse.json ` +
  `--type ${type} --insecure-ignore-tlog=true manifest.json`;
