import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { PlimsollError } from '../../core/errors.ts';
import { fieldsOf, identifierOf, tags, type DerValue } from '../../syntax/der/der.ts';
import { malformed } from './malformed.ts';
import { leadsTo } from './chain.ts';
import { hashes, identifiers, signatureKinds, timestamping, type HashName } from './identifiers.ts';
import { kindOf, readResponse, readToken, type Token } from './read-response.ts';
import { text } from '../../core/text.ts';

/** A time-stamp that is over the bytes that it should be over, and signed by the certificate in it. */
export interface Timestamp {
  /** When the authority says that the bytes were there, ISO 8601 UTC. */
  readonly time: string;
  /** The subject of its certificate, as the certificate says; that it is true is another question. */
  readonly authority: string;
  /** Whether its certificate leads to one of those that were named; `unchecked` when none was. */
  readonly chain: 'unchecked' | 'valid';
}

/**
 * Checks that a time-stamp covers the given bytes. Without authorities it shows that the holder of the certificate's
 * key signed, but not who that is.
 *
 * @param authorities certificates in PEM; that of the authority must chain to one of them
 * @throws SyntaxProblem with what is wrong
 * @throws PlimsollError `key-invalid` for the authorities
 */
export function readTimestamp(
  response: Uint8Array,
  bytes: Uint8Array,
  authorities?: string,
): Timestamp {
  const anchors = authorities === undefined ? undefined : readAuthorities(authorities);
  const { status, token: found } = readResponse(response);
  if (status > 1 || !found) {
    throw malformed('A refusal, not a time-stamp.', '这是拒绝应答，不是时间戳。');
  }
  const token = readToken(found);
  const { stamp, contentKind, attributes } = token;
  if (contentKind !== identifiers.timestamp) {
    throw malformed('The signed content is not a time-stamp.', '签名的内容不是时间戳。');
  }
  if (!equal(stamp.hash, digest(hashOf(stamp.hashKind), bytes))) {
    throw malformed('A time-stamp of other content.', '是其他内容的时间戳。');
  }
  const type = attributes.get(identifiers.contentType);
  if (!type || identifierOf(type) !== identifiers.timestamp) {
    throw malformed('The signed content is not a time-stamp.', '签名的内容不是时间戳。');
  }
  const said = attributes.get(identifiers.messageDigest);
  if (!said || !equal(said.content, digest(hashOf(token.hashKind), token.content))) {
    throw malformed('The content is not what was signed.', '内容与签名时不同。');
  }
  const certificates = token.certificates.map(readCertificate);
  const signer = certificates.find((each) => isNamed(each, attributes));
  if (!signer) throw malformed('The signing certificate is missing.', '缺少签名证书。');
  holdSignature(token, signer);
  // A certificate that names no use has none here, whatever the types say.
  if (String(signer.keyUsage) !== timestamping) {
    throw malformed('The signing certificate is not for time-stamps.', '签名证书不用于时间戳。');
  }
  if (anchors && !leadsTo(signer, Date.parse(stamp.time), certificates, anchors)) {
    throw malformed(
      'The certificate does not chain to the named authority.',
      '证书不能追溯到指定的机构。',
    );
  }
  return {
    time: stamp.time,
    authority: signer.subject.split('\n').join(', '),
    chain: anchors ? 'valid' : 'unchecked',
  };
}

function holdSignature(
  { signatureKind, hashKind, signed, signature }: Token,
  { publicKey }: X509Certificate,
): void {
  const kind = signatureKinds.get(signatureKind);
  if (!kind || publicKey.asymmetricKeyType !== kind.key) {
    throw malformed('The signature algorithm is not supported.', '不支持该签名算法。');
  }
  const hash = kind.key === 'ed25519' ? null : (kind.hash ?? hashOf(hashKind));
  if (!verify(hash, signed, publicKey, signature)) {
    throw malformed('The signature is not valid.', '签名无效。');
  }
}

/** Whether the signed attributes name this certificate by its hash as the one that signs. */
function isNamed({ raw }: X509Certificate, attributes: ReadonlyMap<string, DerValue>): boolean {
  const newer = attributes.get(identifiers.signingCertificate2);
  const named = newer ?? attributes.get(identifiers.signingCertificate);
  if (!named) return false;
  // The first of the list is the one that signs.
  const first = fieldsOf(fieldsOf(named).take(tags.sequence)).take(tags.sequence);
  const fields = fieldsOf(first);
  const kind = newer && fields.find(tags.sequence);
  const hash = newer ? (kind ? hashOf(kindOf(kind)) : 'sha256') : 'sha1';
  return equal(fields.take(tags.octets).content, digest(hash, raw));
}

function hashOf(kind: string): HashName {
  const hash = hashes.get(kind);
  if (!hash) throw malformed('The hash algorithm is not accepted.', '不接受该哈希算法。');
  return hash;
}

const digest = (hash: HashName | 'sha1', bytes: Uint8Array): Uint8Array =>
  createHash(hash).update(bytes).digest();

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);

function readCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (cause) {
    throw malformed('One of its certificates cannot be read.', '其中一张证书无法读取。', cause);
  }
}

const certificatePattern = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function readAuthorities(pem: string): readonly X509Certificate[] {
  try {
    const found = (pem.match(certificatePattern) ?? []).map((each) => new X509Certificate(each));
    if (found.length > 0) return found;
  } catch (cause) {
    throw noAuthorities(cause);
  }
  throw noAuthorities();
}

const noAuthorities = (cause?: unknown): PlimsollError =>
  new PlimsollError(
    'key-invalid',
    text('These are not certificates of authorities in PEM.', '这些不是 PEM 格式的机构证书。'),
    {
      hint: text(
        'Name the file of the authority’s CA with --timestamp-ca ca.pem',
        '用 --timestamp-ca ca.pem 指明该机构 CA 的文件',
      ),
      cause,
    },
  );
