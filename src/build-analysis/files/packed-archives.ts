import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { takeApart, type TakenApart, type Valued } from '../commands/split-options.ts';
import { startsOf } from './found-files.ts';
import { tar } from './unpackers.ts';

/** What a command puts into an archive, as its words name it. */
export interface Packing {
  readonly sources: readonly string[];
  /** The archive; `undefined` where it is printed. */
  readonly archive: string | undefined;
}

const told = ({ options }: TakenApart, ...names: readonly string[]): string | undefined =>
  names.flatMap((name) => options.get(name) ?? []).at(-1);

const fileOf = (file: string | undefined): string | undefined =>
  file === undefined || file === '-' ? undefined : file;

const zip: Valued = { letters: 'bnPtOZ', names: new Set(['temp-path', 'suffixes', 'password']) };
const sevenZip: Valued = { letters: 'mpstwx', names: new Set() };
const cpio: Valued = { letters: 'CDFHOR', names: new Set(['file', 'format', 'owner']) };

/** What a command packs; `undefined` where it packs nothing. */
export function packedBy({ words: all, input }: ShellCommand): Packing | undefined {
  const [program = '', ...words] = withoutLaunchers(all);
  const name = basename(program);
  if (/^(?:g|bsd|s)?tar$/.test(name)) {
    const given = takeApart(tar, tar.spell?.(words) ?? words);
    const packs = ['c', 'create', 'r', 'append', 'A', 'u'].some((each) => given.options.has(each));
    if (!packs) return undefined;
    const folder = told(given, 'C', 'directory');
    return {
      archive: fileOf(told(given, 'f', 'file')),
      sources: given.operands.map((each) => within(folder, each)),
    };
  }
  if (name === 'zip') {
    const [archive, ...sources] = takeApart(zip, words).operands;
    return { archive: fileOf(archive), sources };
  }
  if (/^7z(?:a|r|zs?)?$/.test(name)) {
    const [verb, archive, ...sources] = takeApart(sevenZip, words).operands;
    return verb === 'a' ? { archive: fileOf(archive), sources } : undefined;
  }
  if (name === 'cpio' || name === 'bsdcpio') {
    const given = takeApart(cpio, words);
    if (!given.options.has('o') && !given.options.has('create')) return undefined;
    const listed = withoutLaunchers(input.at(-1)?.words ?? []);
    const sources = basename(listed[0] ?? '') === 'find' ? startsOf(listed) : [];
    return { archive: fileOf(told(given, 'O', 'F', 'file')), sources };
  }
  return undefined;
}

const within = (folder: string | undefined, path: string): string =>
  folder === undefined || path.startsWith('/') ? path : `${folder}/${path}`;
