import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import type { ScriptPaths } from '../commands/script-paths.ts';
import { decompressedBy } from '../files/decompressed-files.ts';
import { nameIn } from '../files/fetcher.ts';
import { fileOf, type BuildFile } from '../files/made-programs.ts';
import { packedBy } from '../files/packed-archives.ts';
import { unpackedBy } from '../files/unpacked-archives.ts';
import type { Flows } from './content-flows.ts';
import { withPath, type Following } from './following.ts';

/** What is known of a command beside its words. */
interface Known {
  readonly flows: Flows;
  /** Folders that the script has made. */
  readonly made: ReadonlySet<string>;
  /** Whether it reads, through pipes, from one that fetches. */
  readonly readsFetched: boolean;
}

/** Follows what a command packs, unpacks and decompresses. */
export function followArchives(command: ShellCommand, following: Following, known: Known): void {
  known.flows.follow(command);
  pack(command, following, known.flows);
  unpack(command, following, known);
  for (const { from, to, keeps } of decompressedBy(command)) {
    decompress(from, to, keeps, following);
  }
}

/** Follows what a command puts into an archive: that is what its first file is. */
function pack(command: ShellCommand, { files, paths }: Following, flows: Flows): void {
  const packing = packedBy(command);
  if (packing === undefined) return;
  const { archive, sources } = packing;
  for (const word of sources) {
    const path = paths.like(word.replace(/\/\*$/, ''));
    const file = path === undefined ? undefined : files.unverifiedBelow(path);
    if (file === undefined) continue;
    const packed = (to: string): BuildFile => fileOf(to, file);
    if (archive === undefined) {
      flows.print(command, packed(''));
      for (const each of command.writesTo) {
        withPath(paths, each, (to) => files.place(to, packed(to)));
      }
    } else withPath(paths, archive, (to) => files.place(to, packed(to)));
    return;
  }
}

/** Follows what a command unpacks. */
function unpack(
  command: ShellCommand,
  { files, paths, step }: Following,
  { made, flows, readsFetched }: Known,
): void {
  const unpacking = unpackedBy(command);
  if (unpacking?.folder === undefined) return;
  const { archive, folder, members, alone = false } = unpacking;
  withPath(paths, folder, (to) => {
    const how = { folder: to, members, alone: alone || made.has(to), at: { step, word: folder } };
    if (archive !== undefined) withPath(paths, archive, (path) => files.unpack({ path }, how));
    else {
      const file = flows.read(command);
      if (file) files.unpack({ file }, how);
      else if (readsFetched) files.unpack({ fetched: addressIn(command, paths) }, how);
    }
  });
}

function decompress(from: string, to: string, keeps: boolean, { files, paths }: Following): void {
  withPath(paths, from, (path) => {
    const file = files.unverifiedAt(path);
    if (file === undefined) return;
    withPath(paths, to, (place) => {
      files.place(place, fileOf(place, file));
    });
    if (!keeps) files.remove(path);
  });
}

/** The name of what a command reads from another that fetches it, as its address has it. */
function addressIn({ input }: ShellCommand, paths: ScriptPaths): string {
  const address = input.flatMap(({ words }) => words).find((word) => word.includes('://')) ?? '';
  return nameIn(paths.spell(address).replace(/[?#].*$/s, ''));
}
