import {
  fieldsOf,
  identifierOf,
  onlyIn,
  parseDer,
  tags,
  partsOf,
  type DerValue,
} from '../../syntax/der/der.ts';
import { malformed } from './malformed.ts';
import { identifiers } from './identifiers.ts';

/** What an authority answered to a request. */
export interface Response {
  /** 0: granted; 1: granted with changes; above that there is no time-stamp. */
  readonly status: number;
  /** Why it was refused, in the authority's words; empty when it gave none. */
  readonly reason: string;
  /** The signed content; absent in a refusal. */
  readonly token?: DerValue;
}

/** What an authority signed. */
export interface Stamp {
  /** The hash of what was time-stamped, and the identifier of its kind. */
  readonly hashKind: string;
  readonly hash: Uint8Array;
  /** ISO 8601 UTC. */
  readonly time: string;
  /** Empty when the token has none. */
  readonly nonce: Uint8Array;
}

/** A time-stamp in its parts, none of them checked. */
export interface Token {
  readonly stamp: Stamp;
  /** The bytes of the stamp, as they were hashed. */
  readonly content: Uint8Array;
  readonly contentKind: string;
  /** Certificates in DER. */
  readonly certificates: readonly Uint8Array[];
  readonly hashKind: string;
  /** The signed attributes by their identifiers; each has one value. */
  readonly attributes: ReadonlyMap<string, DerValue>;
  /** The bytes over which the signature is. */
  readonly signed: Uint8Array;
  readonly signatureKind: string;
  readonly signature: Uint8Array;
}

/** Bytes that an answer may have at most. */
export const longestResponse = 1 << 18;

/**
 * Reads the answer of a time-stamp authority.
 *
 * @throws SyntaxProblem
 */
export function readResponse(bytes: Uint8Array): Response {
  if (bytes.length > longestResponse) {
    throw malformed('Too long for a time-stamp.', '作为时间戳过长。');
  }
  const fields = fieldsOf(parseDer(bytes));
  const info = fieldsOf(fields.take(tags.sequence));
  const [status = 255, ...more] = info.take(tags.integer).content;
  const texts = info.find(tags.sequence);
  const reason = (texts ? partsOf(texts) : [])
    .map(({ content }) => Buffer.from(content).toString('utf8'))
    .join(' ');
  const token = fields.find(tags.sequence);
  return { status: more.length > 0 ? 255 : status, reason, ...(token ? { token } : {}) };
}

/**
 * Reads a time-stamp's token into its parts.
 *
 * @throws SyntaxProblem
 */
export function readToken(token: DerValue): Token {
  const outer = fieldsOf(token);
  if (identifierOf(outer.take(tags.identifier)) !== identifiers.signedData) {
    throw malformed('Not a signed time-stamp.', '不是已签名的时间戳。');
  }
  const data = fieldsOf(onlyIn(outer.take(tags.first)));
  data.take(tags.integer);
  data.take(tags.set);
  const inner = fieldsOf(data.take(tags.sequence));
  const contentKind = identifierOf(inner.take(tags.identifier));
  const octets = onlyIn(inner.take(tags.first));
  if (octets.tag !== tags.octets) {
    throw malformed('Not in the form of a time-stamp.', '不符合时间戳的格式。');
  }
  const { content } = octets;
  const listed = data.find(tags.first);
  data.find(tags.second);
  const signer = fieldsOf(onlyIn(data.take(tags.set)));
  signer.take(tags.integer);
  // Which certificate signed is said by the signed attributes; this name of it is not signed.
  if (!signer.find(tags.sequence)) signer.take(0x80);
  const hashKind = kindOf(signer.take(tags.sequence));
  const attributes = signer.take(tags.first);
  const signatureKind = kindOf(signer.take(tags.sequence));
  return {
    stamp: readStamp(content),
    content,
    contentKind,
    certificates: listed ? partsOf(listed).map(({ whole }) => whole) : [],
    hashKind,
    attributes: attributesOf(attributes),
    // They are signed as the set that they are, and carried under another tag.
    signed: Buffer.concat([Buffer.of(tags.set), attributes.whole.subarray(1)]),
    signatureKind,
    signature: signer.take(tags.octets).content,
  };
}

function attributesOf(set: DerValue): ReadonlyMap<string, DerValue> {
  const attributes = new Map<string, DerValue>();
  for (const each of partsOf(set)) {
    const fields = fieldsOf(each);
    const kind = identifierOf(fields.take(tags.identifier));
    if (attributes.has(kind)) {
      throw malformed('The same attribute occurs twice.', '同一属性出现了两次。');
    }
    const values = fields.take(tags.set);
    const [value] = partsOf(values);
    if (!value) throw malformed('Not in the form of a time-stamp.', '不符合时间戳的格式。');
    attributes.set(kind, value);
  }
  return attributes;
}

function readStamp(content: Uint8Array): Stamp {
  const fields = fieldsOf(parseDer(content));
  fields.take(tags.integer);
  fields.take(tags.identifier);
  const imprint = fieldsOf(fields.take(tags.sequence));
  const hashKind = kindOf(imprint.take(tags.sequence));
  const hash = imprint.take(tags.octets).content;
  fields.take(tags.integer);
  const time = timeOf(fields.take(tags.time));
  fields.find(tags.sequence);
  fields.find(tags.boolean);
  const nonce = fields.find(tags.integer)?.content ?? new Uint8Array();
  return { hashKind, hash, time, nonce };
}

/** The kind that an algorithm's identifier names. */
export const kindOf = (algorithm: DerValue): string =>
  identifierOf(fieldsOf(algorithm).take(tags.identifier));

const timePattern = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/;

function timeOf({ content }: DerValue): string {
  const [all, year, month, day, hour, minute, second, fraction = ''] =
    timePattern.exec(Buffer.from(content).toString('latin1')) ?? [];
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
  if (all === undefined || Number.isNaN(Date.parse(time))) {
    throw malformed('The time is not in the form of a time-stamp.', '时间不符合时间戳的格式。');
  }
  return time;
}
