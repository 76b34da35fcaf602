import { verify } from 'node:crypto';
import { jsonBytes } from '../manifest/manifest.ts';
import { parseJson } from '../manifest/parse-json.ts';
import { preAuthentication } from '../../syntax/dsse/pre-authentication.ts';
import { sha256 } from '../manifest/sha256.ts';
import { envelopeSchema, statementSchema, type Envelope } from './envelope.ts';
import { digestOf, keyIdOf, readPublicKey } from './signer.ts';

/**
 * Holds an envelope to the manifest that it is about and, where there is one, to a public key in PEM. Answers
 * with what is wrong, as sentences; nothing that anybody put into the envelope makes it throw.
 *
 * @throws PlimsollError `key-invalid` for the key
 */
export function findEnvelopeProblems(
  bytes: Uint8Array,
  manifest: Uint8Array,
  publicKey: string | undefined,
  type: string,
): readonly string[] {
  const key = publicKey === undefined ? undefined : readPublicKey(publicKey);
  const parsed = envelopeSchema.safeParse(parseJson(bytes));
  if (!parsed.success) return ['Not a signature envelope.'];
  const envelope = parsed.data;
  const problems: string[] = [];
  if (Buffer.compare(jsonBytes(ordered(envelope)), bytes) !== 0) {
    problems.push('Not in the form of a signature envelope.');
  }
  const payload = Buffer.from(envelope.payload, 'base64');
  const statement = statementSchema.safeParse(parseJson(payload));
  if (!statement.success || statement.data.predicateType !== type) {
    problems.push('The signed content is not a statement about a bundle.');
  } else if (statement.data.subject[0]?.digest.sha256 !== sha256(manifest)) {
    problems.push('The signed manifest is not this one.');
  }
  const { length } = envelope.signatures;
  if (length > 1) {
    problems.push(`Signatures found: ${length}; a bundle is signed once, by one key.`);
  }
  if (!key) return problems;
  const signed = preAuthentication(envelope.payloadType, payload);
  const made = envelope.signatures.filter(({ sig }) =>
    verify(digestOf(key), signed, key, Buffer.from(sig, 'base64')),
  );
  if (made.length === 0) problems.push('No signature was made by this key.');
  if (made.some(({ keyid = keyIdOf(key) }) => keyid !== keyIdOf(key))) {
    problems.push('The signature that this key made names another key.');
  }
  return problems;
}

const ordered = ({ payloadType, payload, signatures }: Envelope): Envelope => ({
  payloadType,
  payload,
  signatures: signatures.map(({ keyid, sig }) => ({
    ...(keyid === undefined ? {} : { keyid }),
    sig,
  })),
});
