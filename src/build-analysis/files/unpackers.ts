import { basename } from '../../syntax/shell/base-name.ts';
import type { TakenApart, Valued } from '../commands/split-options.ts';
import { stemOf } from './archive-names.ts';

/** What a command unpacks, as its words name it. */
export interface Unpacking {
  /** The archive; `undefined` where the command reads it from a pipe or a redirection. */
  readonly archive: string | undefined;
  /** Where it goes; `undefined` where it is printed. */
  readonly folder: string | undefined;
  /** The files that are taken out of it, below the folder; absent where that is all of them, or not known. */
  readonly members?: readonly string[];
  /** Whether it makes the folder, so that nothing else is in there. */
  readonly alone?: true;
}

/** How a program that unpacks is given what, and where to. */
export interface Unpacker extends Valued {
  /** Its words as others write them. */
  readonly spell?: (words: readonly string[]) => readonly string[];
  readonly reads: (given: TakenApart) => Unpacking | undefined;
}

const names = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const has = ({ options }: TakenApart, ...all: readonly string[]): boolean =>
  all.some((name) => options.has(name));

const valueOf = ({ options }: TakenApart, ...all: readonly string[]): string | undefined =>
  all.flatMap((name) => options.get(name) ?? []).at(-1);

const fileOf = (file: string | undefined): string | undefined =>
  file === undefined || file === '-' || file === '/dev/stdin' ? undefined : file;

/** The files that are named, without the folders that are left out of their paths. */
function membersOf(
  operands: readonly string[],
  strip: number,
): Pick<Unpacking, 'members'> | undefined {
  if (operands.length === 0) return undefined;
  const members = operands.map((each) =>
    each
      .replace(/^(?:\.?\/)+/, '')
      .split('/')
      .slice(strip)
      .join('/'),
  );
  const areKnown = members.every((each) => each !== '' && !/[*?[$]/.test(each));
  return areKnown ? { members } : undefined;
}

/**
 * The first word of tar may be letters without a hyphen: what they take stands behind it, in their order.
 *
 * @param takes the letters that take something
 */
export const unbundled =
  (takes: string) =>
  ([first = '', ...rest]: readonly string[]): readonly string[] => {
    if (!/^[A-Za-z]+$/.test(first)) return [first, ...rest];
    const letters = Array.from(first);
    const taking = letters.filter((letter) => takes.includes(letter));
    return [
      ...letters.filter((letter) => !taking.includes(letter)).map((letter) => `-${letter}`),
      ...taking.flatMap((letter, at) => [`-${letter}`, rest[at] ?? '']),
      ...rest.slice(taking.length),
    ];
  };

const tarLetters = 'bCfFgHIKLNTVX';

/** Also of what packs. */
export const tar: Unpacker = {
  letters: tarLetters,
  spell: unbundled(tarLetters),
  names:
    names(`directory exclude exclude-from file files-from group mode owner strip-components transform
    use-compress-program xform level checkpoint-action to-command warning`),
  reads(given) {
    if (!has(given, 'x', 'extract', 'get')) return undefined;
    const archive = fileOf(valueOf(given, 'f', 'file'));
    if (has(given, 'O', 'to-stdout')) return { archive, folder: undefined };
    const folder = valueOf(given, 'C', 'directory') ?? '.';
    const top = valueOf(given, 'one-top-level');
    if (top !== undefined) {
      return { archive, folder: `${folder}/${top || stemOf(archive ?? '')}`, alone: true };
    }
    const strip = Number(valueOf(given, 'strip-components', 'strip') ?? 0);
    const renames = has(given, 'transform', 'xform', 'T', 'files-from', 's');
    return { archive, folder, ...(renames ? {} : membersOf(given.operands, strip)) };
  },
};

const unzip: Unpacker = {
  letters: 'dPx',
  names: new Set(),
  reads(given) {
    const [archive, ...operands] = given.operands;
    if (has(given, 'l', 't', 'v', 'Z') || archive === undefined) return undefined;
    if (has(given, 'p', 'c')) return { archive: fileOf(archive), folder: undefined };
    const named = has(given, 'j') ? operands.map(basename) : operands;
    return { archive: fileOf(archive), folder: valueOf(given, 'd') ?? '.', ...membersOf(named, 0) };
  },
};

const cpio: Unpacker = {
  letters: 'CDEFHIMOR',
  names: names('directory file format pattern-file owner block-size io-size'),
  reads(given) {
    if (!has(given, 'i', 'extract')) return undefined;
    const archive = fileOf(valueOf(given, 'F', 'I', 'file'));
    return { archive, folder: valueOf(given, 'D', 'directory') ?? '.' };
  },
};

const sevenZip: Unpacker = {
  letters: 'opmtiwx',
  names: new Set(),
  spell: (words) => words.map((word) => (word === '-so' ? '--so' : word)),
  reads(given) {
    const [verb = '', archive, ...operands] = given.operands;
    if (!/^[ex]$/.test(verb) || archive === undefined) return undefined;
    const folder = valueOf(given, 'o') ?? '.';
    if (has(given, 'so')) return { archive, folder: undefined };
    const named = verb === 'e' ? operands.map(basename) : operands;
    return { archive, folder, ...membersOf(named, 0) };
  },
};

const unrar: Unpacker = {
  letters: '',
  names: new Set(),
  reads({ operands: [verb = '', archive, ...others] }) {
    if (!/^[ex]$/.test(verb) || archive === undefined) return undefined;
    const last = others.at(-1);
    return { archive, folder: last?.endsWith('/') === true ? last : '.' };
  },
};

const ar: Unpacker = {
  letters: '',
  names: names('output'),
  reads(given) {
    const [first = '', ...rest] = given.operands;
    const letters = [...given.options.keys()].filter((name) => name.length === 1).join('');
    const verb = letters === '' ? first : letters;
    const [archive, ...operands] = letters === '' ? rest : given.operands;
    if (archive === undefined) return undefined;
    if (verb.includes('p')) return { archive, folder: undefined };
    if (!verb.includes('x')) return undefined;
    return { archive, folder: valueOf(given, 'output') ?? '.', ...membersOf(operands, 0) };
  },
};

const deb: Unpacker = {
  letters: '',
  names: new Set(),
  reads(given) {
    const [archive, folder] = given.operands;
    if (archive === undefined) return undefined;
    if (has(given, 'fsys-tarfile')) return { archive, folder: undefined };
    const unpacks = has(given, 'x', 'X', 'R', 'extract', 'vextract', 'raw-extract');
    return unpacks && folder !== undefined ? { archive, folder } : undefined;
  },
};

/** Prints what an archive holds. */
const prints: Unpacker = {
  letters: '',
  names: new Set(),
  reads: ({ operands: [archive] }) => ({ archive: fileOf(archive), folder: undefined }),
};

/** Also of what packs. */
export const jar: Unpacker = {
  letters: 'Cf',
  names: names('file dir'),
  spell: unbundled('f'),
  reads(given) {
    if (!has(given, 'x', 'extract')) return undefined;
    return {
      archive: fileOf(valueOf(given, 'f', 'file')),
      folder: valueOf(given, 'C', 'dir') ?? '.',
    };
  },
};

const squash: Unpacker = {
  letters: 'dp',
  names: names('dest'),
  reads(given) {
    const [archive] = given.operands;
    return archive === undefined
      ? undefined
      : { archive, folder: valueOf(given, 'd', 'dest') ?? 'squashfs-root' };
  },
};

const module: Unpacker = {
  letters: '',
  names: new Set(),
  reads(given) {
    const [archive, folder = '.'] = given.operands;
    return has(given, 'e', 'extract') && archive !== undefined ? { archive, folder } : undefined;
  },
};

/** The programs that unpack archives, by name. */
export const unpackers: ReadonlyMap<string, Unpacker> = new Map([
  ...['tar', 'gtar', 'bsdtar', 'star'].map((name) => [name, tar] as const),
  ['unzip', unzip],
  ...['cpio', 'bsdcpio'].map((name) => [name, cpio] as const),
  ...['7z', '7za', '7zr', '7zz', '7zzs', 'p7zip'].map((name) => [name, sevenZip] as const),
  ...['unrar', 'unrar-free', 'rar'].map((name) => [name, unrar] as const),
  ...['ar', 'llvm-ar', 'gcc-ar'].map((name) => [name, ar] as const),
  ...['dpkg-deb', 'dpkg'].map((name) => [name, deb] as const),
  ...['rpm2cpio', 'rpm2archive'].map((name) => [name, prints] as const),
  ['jar', jar],
  ...['zipfile', 'tarfile'].map((name) => [name, module] as const),
  ['unsquashfs', squash],
]);
