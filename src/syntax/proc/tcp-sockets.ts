import { endianness } from 'node:os';

/** One listening TCP socket, by the number the kernel gives its inode. */
export interface TcpSocket {
  readonly inode: string;
  /** `0.0.0.0` and `::` are all interfaces. */
  readonly address: string;
  readonly port: number;
}

const listening = '0A';

/** Reads the listening sockets out of the text of /proc/PID/net/tcp or tcp6. */
export function parseTcpListeners(text: string): readonly TcpSocket[] {
  return text.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    const [, host, port] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/.exec(local ?? '') ?? [];
    if (state !== listening || inode === undefined || host === undefined) return [];
    return [{ inode, address: decodeAddress(host), port: Number.parseInt(port ?? '', 16) }];
  });
}

/** The kernel writes an address in words of 32 bits, each in the byte order of the machine. */
export function decodeAddress(hex: string, order: 'LE' | 'BE' = endianness()): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => {
    const written = (word.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
    return order === 'LE' ? written.toReversed() : written;
  });
  if (bytes.length === 4) return bytes.join('.');
  // An IPv4 address that an IPv6 socket was bound to.
  const mapped = bytes.slice(0, 12).join('.') === '0.0.0.0.0.0.0.0.0.0.255.255';
  if (mapped) return bytes.slice(12).join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  );
  // The parser of URLs knows how an IPv6 address is written.
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
