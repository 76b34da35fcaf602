import { malformed } from './tar-problem.ts';
import { createByteSource, type ByteSource, type Chunks } from './byte-source.ts';
import {
  type EntryKind,
  type TarEntry,
  blockBytes,
  capabilityField,
  readHeader,
} from './tar-header.ts';
import { limits } from './archive-limits.ts';

export type { TarEntry } from './tar-header.ts';

const kinds: Readonly<Record<string, EntryKind>> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'hard-link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '5': 'directory',
  '6': 'fifo',
  S: 'hole',
};

/** What nothing follows, whatever its header says of a size. */
const bodiless: ReadonlySet<EntryKind> = new Set([
  'hard-link',
  'link',
  'directory',
  'device',
  'fifo',
]);

/** Headers that speak for the entry after them. */
interface Spoken {
  readonly fields: Map<string, string>;
  count: number;
}

/** Called for each entry, with exactly its bytes to read. */
type OnEntry = (
  entry: TarEntry,
  take: (length: number) => Promise<Buffer>,
  body: () => AsyncGenerator<Buffer, void>,
) => Promise<void> | void;

/**
 * Reads a tar archive from the beginning to its end mark; nothing is unpacked. What an entry's handler leaves of
 * its bytes is passed over, and what the archive comes from is let go of however far it was read.
 *
 * @throws SyntaxProblem when it is truncated or no such archive
 */
export async function readTar(chunks: Chunks, handle: OnEntry): Promise<void> {
  const source = createByteSource(chunks);
  try {
    await readEntries(source, handle);
  } finally {
    await source.close();
  }
}

async function readEntries(source: ByteSource, handle: OnEntry): Promise<void> {
  let spoken: Spoken = { fields: new Map(), count: 0 };
  for (;;) {
    const block = await source.take(blockBytes);
    if (block === null) break;
    if (isZero(block)) {
      const next = await source.take(blockBytes);
      if (next === null || isZero(next)) break;
      throw malformed('data follows its end mark');
    }
    const raw = readHeader(block);
    const room = padded(raw.size);
    if ('xLKg'.includes(raw.flag)) {
      if (raw.size > limits.headerBytes || (spoken.count += 1) > limits.headers) {
        throw malformed('the headers of one file are too long');
      }
      const body = await source.take(room);
      if (body === null && room > 0) throw malformed('it ends in the middle of a header');
      // What is said for all entries after it, engines leave out of account.
      if (body && raw.flag !== 'g') speak(spoken.fields, raw.flag, body.subarray(0, raw.size));
      continue;
    }
    if (raw.extended) await passMap(source);
    const entry = apply(raw, spoken.fields);
    spoken = { fields: new Map(), count: 0 };
    let left = entry.size;
    const take = async (length: number): Promise<Buffer> => {
      const content = await source.take(length);
      if (content === null) throw malformed('it ends in the middle of a file');
      left -= length;
      return content;
    };
    await handle(entry, take, async function* body() {
      for await (const part of source.body(left)) {
        left -= part.length;
        yield part;
      }
    });
    await source.skip(left + padded(entry.size) - entry.size);
  }
  await source.drain();
}

const padded = (size: number): number => Math.ceil(size / blockBytes) * blockBytes;

const zeros = Buffer.alloc(blockBytes);
const isZero = (block: Buffer): boolean => block[0] === 0 && block.equals(zeros);

/** Blocks with more of the map of a file's holes; the last byte but seven tells whether another follows. */
async function passMap(source: ByteSource): Promise<void> {
  for (let count = 0; count < limits.headerBytes / blockBytes; count += 1) {
    const block = await source.take(blockBytes);
    if (block === null) throw malformed('it ends in the middle of a header');
    if (block[504] === 0) return;
  }
  throw malformed('the headers of one file are too long');
}

function speak(fields: Map<string, string>, flag: string, body: Buffer): void {
  const written = body.toString('latin1');
  if (flag === 'L' || flag === 'K') {
    fields.set(flag === 'L' ? 'path' : 'linkpath', written.replace(/\0.*$/s, ''));
    return;
  }
  for (let at = 0; at < written.length;) {
    const space = written.indexOf(' ', at);
    const length = Number(written.slice(at, space));
    const end = at + length;
    const record = written.slice(space + 1, end - 1);
    const equals = record.indexOf('=');
    const whole = Number.isInteger(length) && space > at && end > space + 1;
    if (!whole || end > written.length || written[end - 1] !== '\n' || equals < 1) {
      throw malformed('a header is not well formed');
    }
    fields.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
}

function apply(raw: ReturnType<typeof readHeader>, fields: ReadonlyMap<string, string>): TarEntry {
  const known = kinds[raw.flag] ?? 'unknown';
  const sparse = [...fields.keys()].some((key) => key.startsWith('GNU.sparse.'));
  const name = fields.get('GNU.sparse.name') ?? fields.get('path') ?? raw.name;
  const file = known === 'file' && sparse ? 'hole' : known;
  const kind = file === 'file' && raw.flag !== '7' && name.endsWith('/') ? 'directory' : file;
  const capability = fields.get(capabilityField);
  return {
    ...(capability === undefined ? {} : { capability }),
    kind,
    name,
    target: fields.get('linkpath') ?? raw.target,
    size: bodiless.has(kind) ? 0 : numeric(fields.get('size'), raw.size),
    mode: raw.mode,
    uid: numeric(fields.get('uid'), raw.uid),
    gid: numeric(fields.get('gid'), raw.gid),
  };
}

function numeric(written: string | undefined, otherwise: number): number {
  if (written === undefined) return otherwise;
  const value = /^\d{1,16}$/.test(written) ? Number(written) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw malformed('a header has a number that is invalid or too large');
}
