import { createHash } from 'node:crypto';
import { SyntaxProblem } from '../../syntax/problem.ts';
import { malformed, tooMuch } from '../../syntax/tar/tar-problem.ts';
import type { Chunks } from '../../syntax/tar/byte-source.ts';
import { compressionOf, decompress, type Compression } from '../../syntax/tar/decompress.ts';
import { entryPath } from '../../syntax/tar/entry-path.ts';
import { limits } from '../../syntax/tar/archive-limits.ts';
import type { LayerScan } from '../malware/scanning/scan-layer.ts';
import type { MalwareSession, SessionLook } from '../malware/scanning/session.ts';
import { digestIn } from './digest-in.ts';
import type { Drop } from './read-layer-entry.ts';
import { createBudget, readLayer, type Budget, type LayerSummary } from './read-layer.ts';
import { readTar } from '../../syntax/tar/read-tar.ts';
import { blockBytes, hasChecksum } from '../../syntax/tar/tar-header.ts';

/** A layer as it was found. */
export interface ReadLayer {
  readonly compression: Compression;
  /** SHA-256 of what lies in the archive, and of what that unpacks to; `sha256:…`. */
  readonly digest: string;
  readonly diffId: string;
  /** Bytes, unpacked. */
  readonly sizeBytes: number;
  readonly summary: LayerSummary;
  /** What scanners for malware said of it; empty when none was asked. */
  readonly malware: readonly LayerScan[];
}

/** Everything that was found in an archive, by its name there. */
export interface ArchiveContent {
  readonly documents: Map<string, { readonly text: string; readonly digest: string }>;
  /** Each with what became of it. */
  readonly layers: Map<string, ReadLayer | SyntaxProblem>;
  /** The names of all that was found, whatever it is. */
  readonly parts: Set<string>;
  /** Names that stand for others. */
  readonly aliases: Map<string, string>;
  readonly budget: Budget;
  documentBytes: number;
  entries: number;
}

export const emptyContent = (): ArchiveContent => ({
  documents: new Map(),
  layers: new Map(),
  parts: new Set(),
  aliases: new Map(),
  budget: createBudget(),
  documentBytes: limits.documentsBytes,
  entries: limits.outerEntries,
});

/**
 * Reads an archive of images in one pass, in whatever order its parts lie: what docker save writes, or the tar of an OCI layout,
 * compressed or not. A layer that is broken is reported when an image needs it.
 *
 * @param malware scanners that are given every file; none when absent
 * @throws SyntaxProblem
 */
export async function readArchive(
  chunks: Chunks,
  drop: Drop,
  malware?: MalwareSession,
): Promise<ArchiveContent> {
  const content = emptyContent();
  const { start, all } = await peek(chunks);
  const outer = decompress(all, compressionOf(start));
  await readTar(outer, async (entry, _, body) => {
    if ((content.entries -= 1) < 0) throw tooMuch('it has too many parts');
    const name = entryPath(entry.name);
    if (entry.kind === 'link' || entry.kind === 'hard-link') {
      const from =
        entry.kind === 'link' ? `${name.replace(/[^/]*$/, '')}${entry.target}` : entry.target;
      content.aliases.set(name, entryPath(from));
    }
    if (entry.kind === 'file') {
      await readPart(content, name, entry.size, body(), { drop, malware });
    }
  });
  return content;
}

/** Receives what is read. */
export interface Readers {
  readonly drop: Drop;
  readonly malware?: MalwareSession | undefined;
}

/** Reads one part of an archive: a document, a layer, or neither. */
export async function readPart(
  content: ArchiveContent,
  name: string,
  size: number,
  chunks: Chunks,
  { drop, malware }: Readers,
): Promise<void> {
  content.parts.add(name);
  const { start, all } = await peek(chunks);
  if (start[0] === 0x7b || start[0] === 0x5b) {
    if (size > limits.documentBytes || (content.documentBytes -= size) < 0) return;
    const parts: Buffer[] = [];
    for await (const part of all) parts.push(Buffer.from(part));
    const whole = Buffer.concat(parts);
    content.documents.set(name, { text: whole.toString('utf8'), digest: sha256(whole) });
    return;
  }
  const compression = compressionOf(start);
  if (compression === 'none' && !isTar(start)) return;
  if (content.layers.size >= limits.layers) throw tooMuch('it has too many layers');
  const look = malware?.begin(digestIn(name));
  let layer: Omit<ReadLayer, 'malware'> | undefined;
  try {
    layer = await readBlob(all, compression, content.budget, drop, look);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    content.layers.set(name, error);
  } finally {
    const scans = (await look?.finish(layer?.digest)) ?? [];
    if (layer) content.layers.set(name, { ...layer, malware: scans });
  }
}

const isTar = (start: Buffer): boolean =>
  hasChecksum(start.subarray(0, blockBytes)) ||
  (start.length >= blockBytes && start.subarray(0, blockBytes).every((byte) => byte === 0));

async function readBlob(
  chunks: AsyncIterable<Buffer>,
  compression: Compression,
  budget: Budget,
  drop: Drop,
  look: SessionLook | undefined,
): Promise<Omit<ReadLayer, 'malware'>> {
  const packed = createHash('sha256');
  const unpacked = createHash('sha256');
  let sizeBytes = 0;
  const plain = compression === 'none';
  const input = plain ? chunks : hashed(chunks, (chunk) => packed.update(chunk));
  const output = hashed(decompress(input, compression), (chunk) => {
    sizeBytes += chunk.length;
    unpacked.update(chunk);
  });
  const summary = await readLayer(output, budget, drop, look);
  const diffId = `sha256:${unpacked.digest('hex')}`;
  const digest = plain ? diffId : `sha256:${packed.digest('hex')}`;
  return { compression, digest, diffId, sizeBytes, summary };
}

async function* hashed(
  chunks: AsyncIterable<Buffer>,
  update: (chunk: Buffer) => void,
): AsyncGenerator<Buffer, void> {
  for await (const chunk of chunks) {
    update(chunk);
    yield chunk;
  }
}

const sha256 = (bytes: Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The first bytes, a block where there are so many, and then all of them. */
async function peek(chunks: Chunks): Promise<{ start: Buffer; all: AsyncIterable<Buffer> }> {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  let start: Buffer = Buffer.alloc(0);
  while (start.length < blockBytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    start = start.length === 0 ? next.value : Buffer.concat([start, next.value]);
  }
  async function* all(): AsyncGenerator<Buffer, void> {
    try {
      if (start.length > 0) yield start;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { start, all: all() };
}

/** Follows the names that stand for others. */
export function nameIn(content: ArchiveContent, name: string): string {
  let at = entryPath(name);
  for (let hops = 0; hops < 8; hops += 1) {
    const next = content.aliases.get(at);
    if (next === undefined) return at;
    at = next;
  }
  throw malformed('its parts refer to each other in a circle');
}
