import { createByteReader, readAllOf } from '../byte-reader.ts';
import { cipherSuites } from './cipher-suites.ts';
import { namedGroups } from './named-groups.ts';
import { versionOf, type TlsVersion } from './tls-versions.ts';

/** What a server agreed to, with all that it says before anything is encrypted. */
export interface Agreement {
  readonly version: TlsVersion;
  /** The suite's name. */
  readonly suite: string;
  /** The temporary key: its group, `''` for one without a name, and size; `null` where there is none. */
  readonly exchange: { readonly group: string; readonly bits: number } | null;
  /** Its certificates, DER, its own first; `null` where TLS 1.3 hides them. */
  readonly chain: readonly Buffer[] | null;
  /**
   * The authorities whose client certificates it takes, as DER names; `none` where it asks for no
   * certificate, `hidden` where TLS 1.3 hides whether it does.
   */
  readonly clientAuthorities: readonly Buffer[] | 'none' | 'hidden';
}

interface Message {
  readonly type: number;
  readonly body: Buffer;
}

const types = { hello: 2, certificate: 11, keyExchange: 12, certificateRequest: 13, done: 14 };

/**
 * Reads the server's messages; `undefined` while there are more to come.
 *
 * @param ended whether there are none to come
 * @throws RangeError when they are no messages of a server
 */
export function readFlight(bytes: Buffer, ended: boolean): Agreement | undefined {
  const messages = messagesIn(bytes);
  const [first] = messages;
  if (!first) return undefined;
  if (first.type !== types.hello) {
    throw new RangeError('The first message of the server is not its hello.');
  }
  const hello = readHello(first.body);
  if (hello.version === 'TLSv1.3') {
    return { ...hello, chain: null, clientAuthorities: 'hidden' };
  }
  const find = (type: number): Buffer | undefined =>
    messages.find((message) => message.type === type)?.body;
  if (!find(types.done) && !ended) return undefined;
  const exchange = find(types.keyExchange);
  const certificate = find(types.certificate);
  const request = find(types.certificateRequest);
  return {
    ...hello,
    exchange: exchange ? readExchange(exchange, hello.suite) : null,
    chain: certificate
      ? readAllOf(createByteReader(certificate).sized(3), (each) => each.sized(3))
      : [],
    clientAuthorities: request ? readAuthorities(request, hello.version) : 'none',
  };
}

/** The messages that are complete. */
function messagesIn(bytes: Buffer): readonly Message[] {
  const reader = createByteReader(bytes);
  const messages: Message[] = [];
  while (reader.left() >= 4) {
    const type = reader.number(1);
    const length = reader.number(3);
    if (reader.left() < length) break;
    messages.push({ type, body: reader.take(length) });
  }
  return messages;
}

const extensionTypes = { versions: 43, keyShare: 51 };

function readHello(body: Buffer): Pick<Agreement, 'version' | 'suite' | 'exchange'> {
  const reader = createByteReader(body);
  const old = reader.number(2);
  reader.take(32);
  reader.sized(1);
  const suite = cipherSuites[reader.number(2)];
  reader.take(1);
  const extensions = new Map(
    reader.left() === 0
      ? []
      : readAllOf(reader.sized(2), (each) => [each.number(2), each.sized(2)] as const),
  );
  const version = versionOf(extensions.get(extensionTypes.versions)?.readUInt16BE(0) ?? old);
  if (suite === undefined || version === undefined) {
    throw new RangeError('The server chose an option that was not offered.');
  }
  const share = extensions.get(extensionTypes.keyShare);
  return { version, suite, exchange: share ? groupOf(share.readUInt16BE(0)) : null };
}

const groupOf = (code: number) => {
  const { name, bits } = namedGroups[code] ?? { name: `0x${code.toString(16)}`, bits: 0 };
  return { group: name, bits };
};

/** A curve goes by its name; of a prime, or of an export key, the size is what counts. */
function readExchange(body: Buffer, suite: string): Agreement['exchange'] {
  const reader = createByteReader(body);
  if (!suite.startsWith('TLS_ECDH')) return { group: '', bits: bitLength(reader.sized(2)) };
  return reader.number(1) === 3 ? groupOf(reader.number(2)) : { group: '', bits: 0 };
}

function bitLength(value: Buffer): number {
  const at = value.findIndex((byte) => byte !== 0);
  const first = value[at];
  return first === undefined ? 0 : (value.length - at - 1) * 8 + (32 - Math.clz32(first));
}

function readAuthorities(body: Buffer, version: TlsVersion): readonly Buffer[] {
  const reader = createByteReader(body);
  reader.sized(1);
  if (version === 'TLSv1.2') reader.sized(2);
  return readAllOf(reader.sized(2), (each) => each.sized(2));
}
