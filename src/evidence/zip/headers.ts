/**
 * The three headers of the zip format as a bundle uses them: stored entries, one fixed time, no extra fields,
 * no comments. Written here rather than by a library, because these very bytes are the contract: a bundle must
 * verify in ten years, whatever release wrote it.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export interface Header {
  readonly name: Uint8Array;
  readonly crc: number;
  /** Bytes. */
  readonly size: number;
}

/** Bytes of each header without the name. */
export const sizes = { local: 30, central: 46, end: 22 } as const;

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** The version of the format that is needed: 2.0. */
const version = 20;
/** 1980-01-01, the first day that the format knows; the time of day is 0. */
const firstDay = 0x0021;

const writeCommon = (view: DataView, at: number, { name, crc, size }: Header): void => {
  view.setUint16(at, version, true);
  // Flags, method (stored) and time of day are 0.
  view.setUint16(at + 8, firstDay, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
};

/** The header that stands before an entry's bytes. */
export function localHeader(header: Header): Uint8Array {
  const bytes = new Uint8Array(sizes.local + header.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.local, true);
  writeCommon(view, 4, header);
  bytes.set(header.name, sizes.local);
  return bytes;
}

/** The entry in the directory at the end; `offset` is where its local header begins. */
export function centralHeader(header: Header, offset: number): Uint8Array {
  const bytes = new Uint8Array(sizes.central + header.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.central, true);
  view.setUint16(4, version, true);
  writeCommon(view, 6, header);
  view.setUint32(42, offset, true);
  bytes.set(header.name, sizes.central);
  return bytes;
}

/** What ends the file: how many entries, and where their directory lies. */
export function endRecord(entries: number, length: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(sizes.end);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return bytes;
}

/** Whether a local header begins here. */
export const isLocal = (view: DataView, at: number): boolean =>
  at + sizes.local <= view.byteLength && view.getUint32(at, true) === signatures.local;

/** The two lengths that a local header gives. */
export const lengthsOf = (view: DataView, at: number): { size: number; name: number } => ({
  size: view.getUint32(at + 22, true),
  name: view.getUint16(at + 26, true),
});
