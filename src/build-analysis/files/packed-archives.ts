import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { withoutModule } from '../commands/python-module.ts';
import { takeApart, type TakenApart, type Valued } from '../commands/split-options.ts';
import { startsOf } from './found-files.ts';
import { jar, tar } from './unpackers.ts';

/** What a command puts into an archive, as its words name it. */
export interface Packing {
  readonly sources: readonly string[];
  /** The archive; `undefined` where it is printed. */
  readonly archive: string | undefined;
}

const valueOf = ({ options }: TakenApart, ...names: readonly string[]): string | undefined =>
  names.flatMap((name) => options.get(name) ?? []).at(-1);

const fileOf = (file: string | undefined): string | undefined =>
  file === undefined || file === '-' ? undefined : file;

const zip: Valued = { letters: 'bnPtOZ', names: new Set(['temp-path', 'suffixes', 'password']) };
const sevenZip: Valued = { letters: 'mpstwx', names: new Set() };
const cpio: Valued = { letters: 'CDFHOR', names: new Set(['file', 'format', 'owner']) };

/** What a command packs; `undefined` where it packs nothing. */
export function packedBy({ words: all, input }: ShellCommand): Packing | undefined {
  const [program = '', ...words] = withoutModule(withoutLaunchers(all));
  const name = basename(program);
  if (/^(?:g|bsd|s)?tar$/.test(name)) {
    const given = takeApart(tar, tar.spell?.(words) ?? words);
    const packs = ['c', 'create', 'r', 'append', 'A', 'u'].some((each) => given.options.has(each));
    if (!packs) return undefined;
    const folder = valueOf(given, 'C', 'directory');
    return {
      archive: fileOf(valueOf(given, 'f', 'file')),
      // A list of files may name any.
      sources: ['T', 'files-from', 'I'].some((each) => given.options.has(each))
        ? anything
        : given.operands.map((each) => within(folder, each)),
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
    const sources = listedFor(input);
    return { archive: fileOf(valueOf(given, 'O', 'F', 'file')), sources };
  }
  if (name === 'tarfile' || name === 'zipfile') {
    const given = takeApart({ letters: '', names: new Set() }, words);
    const [archive, ...sources] = given.operands;
    return given.options.has('c') || given.options.has('create') ? { archive, sources } : undefined;
  }
  if (name === 'jar') {
    const given = takeApart(jar, jar.spell?.(words) ?? words);
    const packs = ['c', 'create', 'u', 'update'].some((each) => given.options.has(each));
    const archive = fileOf(valueOf(given, 'f', 'file'));
    return packs ? { archive, sources: given.operands } : undefined;
  }
  if (name === 'dpkg-deb' || name === 'dpkg') {
    const { options, operands } = takeApart({ letters: 'Z', names: new Set() }, words);
    const [folder = '', archive] = operands;
    return options.has('b') || options.has('build') ? { archive, sources: [folder] } : undefined;
  }
  if (/^(?:zstd|brotli|lz4)$/.test(name)) {
    const { options, operands } = takeApart({ letters: 'o', names: new Set(['output']) }, words);
    const archive = [...(options.get('o') ?? []), ...(options.get('output') ?? [])].at(-1);
    return archive === undefined ? undefined : { archive, sources: operands };
  }
  if (/^(?:llvm-|gcc-)?ar$/.test(name)) {
    const [first = '', ...rest] = words;
    const [archive, ...sources] = rest.filter((each) => !each.startsWith('-'));
    return /^-?\w*[rq]/.test(first) ? { archive: fileOf(archive), sources } : undefined;
  }
  return undefined;
}

/** All that there is. */
const anything: readonly string[] = ['/'];

/** Where the files lie that cpio reads the names of. */
export function listedFor(input: ShellCommand['input']): readonly string[] {
  const listed = withoutLaunchers(input.at(-1)?.words ?? []);
  const name = basename(listed[0] ?? '');
  return name === 'find' ? startsOf(listed) : name === 'ls' ? ['.'] : anything;
}

/** The folder to which cpio copies the files that it reads the names of; `undefined` of any other command. */
export function passedTo([program = '', ...words]: readonly string[]): string | undefined {
  if (!/^(?:bsd)?cpio$/.test(basename(program))) return undefined;
  const { options, operands } = takeApart(cpio, words);
  return options.has('p') || options.has('pass-through') ? operands[0] : undefined;
}

const within = (folder: string | undefined, path: string): string =>
  folder === undefined || path.startsWith('/') ? path : `${folder}/${path}`;
