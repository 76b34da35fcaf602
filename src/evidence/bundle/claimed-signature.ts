import { envelopePath } from '../zip/entry.ts';
import type { OpenBundle } from './open-bundle.ts';
import { envelopeSchema } from '../signing/envelope.ts';

/** What a bundle says of its signature; that it is true is shown by verifying it with a key. */
export interface ClaimedSignature {
  /** SHA-256 of the public key in DER, where the signer said so. */
  readonly keyId?: string;
}

/** What an open bundle says of its signature; `undefined` when it has none. */
export function claimedSignature(bundle: OpenBundle): ClaimedSignature | undefined {
  const parsed = envelopeSchema.safeParse(bundle.readJson(envelopePath));
  if (!parsed.success) return undefined;
  const keyId = parsed.data.signatures[0]?.keyid;
  return keyId === undefined ? {} : { keyId };
}
