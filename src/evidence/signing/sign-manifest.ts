import { manifestPath } from '../zip/entry.ts';
import { jsonBytes } from '../manifest/manifest.ts';
import { preAuthentication } from '../../syntax/dsse/pre-authentication.ts';
import { sha256 } from '../manifest/sha256.ts';
import { statementType, type Envelope } from './envelope.ts';
import type { Predicate } from './predicates.ts';
import type { Signer } from './signer.ts';

/** States that this manifest is the bundle's and what the predicate says of it, signs that, and answers with the envelope as bytes. */
export async function signManifest(
  bytes: Uint8Array,
  { type, predicate }: Predicate,
  signer: Signer,
): Promise<Uint8Array> {
  const statement = {
    _type: statementType,
    subject: [{ name: manifestPath, digest: { sha256: sha256(bytes) } }],
    predicateType: type,
    predicate,
  };
  const payload = Buffer.from(JSON.stringify(statement));
  const payloadType = 'application/vnd.in-toto+json';
  const signature = await signer.sign(preAuthentication(payloadType, payload));
  const envelope: Envelope = {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [
      {
        ...(signer.keyId === undefined ? {} : { keyid: signer.keyId }),
        sig: Buffer.from(signature).toString('base64'),
      },
    ],
  };
  return jsonBytes(envelope);
}
