import { verify } from 'node:crypto';
import { text, type Text } from '../../core/text.ts';
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
): readonly Text[] {
  const key = publicKey === undefined ? undefined : readPublicKey(publicKey);
  const parsed = envelopeSchema.safeParse(parseJson(bytes));
  if (!parsed.success) return [text('Not a signature envelope.', '不是签名信封。')];
  const envelope = parsed.data;
  const problems: Text[] = [];
  if (Buffer.compare(jsonBytes(ordered(envelope)), bytes) !== 0) {
    problems.push(text('Not in the form of a signature envelope.', '不符合签名信封的格式。'));
  }
  const payload = Buffer.from(envelope.payload, 'base64');
  const statement = statementSchema.safeParse(parseJson(payload));
  if (!statement.success || statement.data.predicateType !== type) {
    problems.push(
      text(
        'The signed content is not a statement about a bundle.',
        '签名的内容不是关于证据包的声明。',
      ),
    );
  } else if (statement.data.subject[0]?.digest.sha256 !== sha256(manifest)) {
    problems.push(text('The signed manifest is not this one.', '签名的清单不是这一份。'));
  }
  const { length } = envelope.signatures;
  if (length > 1) {
    problems.push(
      text(
        `Signatures found: ${length}; a bundle is signed once, by one key.`,
        `发现 ${length} 个签名；一个证据包只由一个密钥签名一次。`,
      ),
    );
  }
  if (!key) return problems;
  const signed = preAuthentication(envelope.payloadType, payload);
  const made = envelope.signatures.filter(({ sig }) =>
    verify(digestOf(key), signed, key, Buffer.from(sig, 'base64')),
  );
  if (made.length === 0) {
    problems.push(text('No signature was made by this key.', '没有由此密钥作出的签名。'));
  }
  if (made.some(({ keyid = keyIdOf(key) }) => keyid !== keyIdOf(key))) {
    problems.push(
      text(
        'The signature that this key made names another key.',
        '由此密钥作出的签名指向另一个密钥。',
      ),
    );
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
