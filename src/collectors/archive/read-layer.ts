import type { SessionLook } from '../malware/scanning/session.ts';
import { tooMuch } from '../../syntax/tar/tar-problem.ts';
import type { Chunks } from '../../syntax/tar/byte-source.ts';
import { entryPath } from '../../syntax/tar/entry-path.ts';
import { limits } from '../../syntax/tar/archive-limits.ts';
import { bytesWanted, lookAtEntry, type Drop, type Noted } from './read-layer-entry.ts';
import { seekKeys, type KeySeeker } from './seek-keys.ts';
import { readTar, type TarEntry } from '../../syntax/tar/read-tar.ts';

/** What is kept of a layer: of most files, that they are there. */
export interface LayerSummary {
  /** What it brings or changes; directories end in a slash. */
  readonly paths: ReadonlySet<string>;
  /** What it removes from the layers below it. */
  readonly removed: ReadonlySet<string>;
  /** Directories whose content is no longer visible. */
  readonly opaque: ReadonlySet<string>;
  readonly noted: ReadonlyMap<string, Noted>;
  /** What was noted of files that the layer itself brings again further on. */
  readonly replaced: readonly (readonly [path: string, noted: Noted])[];
  /** Symbolic links, each with what it says it leads to. */
  readonly symlinks: ReadonlyMap<string, string>;
  /** Further names of files, each with the name that is linked to. */
  readonly links: readonly (readonly [path: string, target: string])[];
}

/** What all layers of an archive have left together. */
export interface Budget {
  entries: number;
  nameBytes: number;
  links: number;
  noted: number;
}

export const createBudget = (): Budget => ({
  entries: limits.entries,
  nameBytes: limits.nameBytes,
  links: limits.links,
  noted: limits.noted,
});

/**
 * Reads one layer, unpacked, to its end; nothing is written anywhere.
 *
 * @throws SyntaxProblem
 * @see https://github.com/opencontainers/image-spec/blob/main/layer.md
 */
export async function readLayer(
  chunks: Chunks,
  budget: Budget,
  drop: Drop,
  look?: SessionLook,
): Promise<LayerSummary> {
  const paths = new Set<string>();
  const removed = new Set<string>();
  const opaque = new Set<string>();
  const noted = new Map<string, Noted>();
  const replaced: [string, Noted][] = [];
  const symlinks = new Map<string, string>();
  const links: [string, string][] = [];
  await readTar(chunks, async (entry, take, body) => {
    const path = entryPath(entry.name);
    budget.entries -= 1;
    budget.nameBytes -= path.length + (entry.kind === 'link' ? entry.target.length : 0);
    if (budget.entries < 0 || budget.nameBytes < 0) {
      throw tooMuch('it has more files, or longer names, than are kept in memory');
    }
    const end = path.lastIndexOf('/') + 1;
    if (path.startsWith('.wh.', end)) {
      if (path.slice(end) === '.wh..wh..opq') {
        opaque.add(path.slice(0, Math.max(0, end - 1)));
      } else if (!path.startsWith('.wh.', end + 4)) {
        removed.add(path.slice(0, end) + path.slice(end + 4));
      }
      return;
    }
    paths.add(entry.kind === 'directory' ? `${path}/` : path);
    symlinks.delete(path);
    if (entry.kind === 'link') symlinks.set(path, entry.target);
    if (entry.kind === 'hard-link') {
      if ((budget.links -= 1) < 0) throw tooMuch('it has more hard links than are followed');
      links.push([path, entryPath(entry.target)]);
    }
    // Of what stands twice, the last counts.
    const earlier = noted.get(path);
    if (earlier) replaced.push([path, earlier]);
    noted.delete(path);
    const content = await contentOf(path, entry, take);
    // Both before anything else is read: what was taken lies where the next bytes will.
    const seeker = content === null && entry.kind === 'file' ? seekKeys() : undefined;
    const read = seeker ? () => watched(body(), seeker) : body;
    // What is long goes by only once, and its keys are known when it has gone by.
    if (seeker) await giveAway(look, path, entry, content, read);
    const found = await lookAtEntry(path, entry, content, drop, seeker?.finish());
    if (!seeker) await giveAway(look, path, entry, content, read);
    if (found === null) return;
    if ((budget.noted -= 1) < 0) throw tooMuch('it has too many files to examine');
    noted.set(path, found);
  });
  return { paths, removed, opaque, noted, replaced, symlinks, links };
}

/** What goes by, seen by one that looks for keys; to the end, even if another reader stops before. */
async function* watched(
  chunks: AsyncGenerator<Buffer, void>,
  seeker: KeySeeker,
): AsyncGenerator<Buffer, void> {
  try {
    for (;;) {
      const { done, value } = await chunks.next();
      if (done === true) return;
      seeker.push(value);
      yield value;
    }
  } finally {
    for await (const chunk of chunks) seeker.push(chunk);
  }
}

/** Gives a file to the malware scanners; a file with nothing left has no content. */
async function giveAway(
  look: SessionLook | undefined,
  path: string,
  { kind, size }: TarEntry,
  content: Buffer | null,
  body: () => AsyncGenerator<Buffer, void>,
): Promise<void> {
  if (size === 0) return;
  if (look === undefined) {
    // oxlint-disable-next-line no-unused-vars -- a watcher takes what goes by
    if (kind === 'file' && content === null) for await (const _ of body());
    return;
  }
  if (kind === 'file') await look.offer(path, size, content ? [content] : body());
  if (kind === 'hole') look.passOver(path, size, 'it is stored with holes');
}

async function contentOf(
  path: string,
  entry: TarEntry,
  take: (length: number) => Promise<Buffer>,
): Promise<Buffer | null> {
  if (entry.kind === 'file' && entry.size === 0) return Buffer.alloc(0);
  const wanted = bytesWanted(path, entry);
  return wanted === 0 ? null : await take(wanted);
}
