import { randomBytes } from 'node:crypto';
import { namedGroups } from './named-groups.ts';
import { tlsVersions, type TlsVersion } from './tls-versions.ts';

/** What a greeting offers. */
export interface Offer {
  /** The newest version; before TLS 1.3 the server may answer with an older one. */
  readonly version: TlsVersion;
  readonly suites: readonly number[];
  /** The name of the server that is wanted; absent where it is asked by its address. */
  readonly serverName?: string;
}

/** Every signature algorithm that was ever in use, MD5 and SHA-1 too: what is not offered is not found. */
const signatures = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401,
  0x0501, 0x0601, 0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0202, 0x0101,
];

/**
 * The first message of a handshake, as it goes over the wire. Written out rather than left to OpenSSL,
 * which offers only what it was itself built to speak: RC4, 3DES and SSL 3.0 it would never find.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2
 */
export function clientHello({ version, suites, serverName }: Offer): Buffer {
  const code = tlsVersions[version];
  const modern = version === 'TLSv1.3';
  const body = Buffer.concat([
    // TLS 1.3 says so in an extension, and 1.2 in the old place.
    u16(Math.min(code, tlsVersions['TLSv1.2'])),
    randomBytes(32),
    sized(1, modern ? randomBytes(32) : Buffer.alloc(0)),
    sized(2, list(suites)),
    sized(1, Buffer.of(0)),
    ...(version === 'SSLv3' ? [] : [sized(2, Buffer.concat(extensions(version, serverName)))]),
  ]);
  const message = Buffer.concat([Buffer.of(1), sized(3, body)]);
  return Buffer.concat([Buffer.of(22), u16(Math.min(code, tlsVersions.TLSv1)), sized(2, message)]);
}

function extensions(version: TlsVersion, serverName: string | undefined): readonly Buffer[] {
  const modern = version === 'TLSv1.3';
  const named = serverName && sized(2, Buffer.concat([Buffer.of(0), sized(2, serverName)]));
  return [
    ...(named ? [extension(0, named)] : []),
    extension(10, sized(2, list(Object.keys(namedGroups).map(Number)))),
    extension(11, sized(1, Buffer.of(0))),
    extension(23, Buffer.alloc(0)),
    ...(modern || version === 'TLSv1.2' ? [extension(13, sized(2, list(signatures)))] : []),
    ...(modern
      ? [
          extension(43, sized(1, u16(tlsVersions[version]))),
          // No share of a key: the server says which group it wants, and nothing has to be computed.
          extension(51, sized(2, Buffer.alloc(0))),
        ]
      : []),
  ];
}

const u16 = (value: number): Buffer => Buffer.of(value >> 8, value & 0xff);
const list = (values: readonly number[]): Buffer => Buffer.concat(values.map(u16));
const extension = (type: number, content: Buffer): Buffer =>
  Buffer.concat([u16(type), sized(2, content)]);

/** Content with its length before it, in that many bytes. */
function sized(bytes: 1 | 2 | 3, content: Buffer | string): Buffer {
  const inner = Buffer.from(content);
  const length = Buffer.alloc(bytes);
  length.writeUIntBE(inner.length, 0, bytes);
  return Buffer.concat([length, inner]);
}
