import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { takeApart, type TakenApart, type Valued } from '../commands/split-options.ts';

/** What a command unpacks, as its words name it. */
export interface Unpacking {
  /** The archive; `undefined` where the command reads it from a pipe. */
  readonly archive: string | undefined;
  /** Where it goes. */
  readonly folder: string;
}

/** How a program that unpacks is given what, and where to. */
interface Unpacker extends Valued {
  readonly reads: (given: TakenApart) => Unpacking | undefined;
}

const tar: Unpacker = {
  letters: 'bCfFgHIKLNTVX',
  names: new Set(
    ['directory', 'exclude', 'exclude-from', 'file', 'files-from', 'group', 'mode', 'owner'].concat(
      ['strip-components', 'transform', 'use-compress-program', 'xform'],
    ),
  ),
  reads({ options }) {
    if (!['x', 'extract', 'get'].some((name) => options.has(name))) return undefined;
    const valueOf = (letter: string, name: string): string | undefined =>
      (options.get(letter) ?? options.get(name))?.at(-1);
    const file = valueOf('f', 'file') ?? '-';
    return {
      archive: file === '-' || file === '/dev/stdin' ? undefined : file,
      folder: valueOf('C', 'directory') ?? '.',
    };
  },
};

const unzip: Unpacker = {
  letters: 'dPx',
  names: new Set(),
  reads({ options, operands: [archive] }) {
    const onlyLooks = ['l', 'p', 't', 'v', 'Z'].some((name) => options.has(name));
    if (onlyLooks || archive === undefined) return undefined;
    return { archive, folder: options.get('d')?.at(-1) ?? '.' };
  },
};

const unpackers: ReadonlyMap<string, Unpacker> = new Map([
  ['tar', tar],
  ['bsdtar', tar],
  ['unzip', unzip],
]);

/** What a command unpacks; `undefined` where it unpacks nothing. */
export function unpackedBy({ words: all }: ShellCommand): Unpacking | undefined {
  const [program = '', ...words] = withoutLaunchers(all);
  const unpacker = unpackers.get(basename(program));
  if (unpacker === undefined) return undefined;
  return unpacker.reads(takeApart(unpacker, unpacker === tar ? unbundled(words) : words));
}

/** The first word of tar may be letters without a hyphen: what they take stands behind it, in their order. */
function unbundled([first = '', ...rest]: readonly string[]): readonly string[] {
  if (!/^[A-Za-z]+$/.test(first)) return [first, ...rest];
  const letters = Array.from(first);
  const taking = letters.filter((letter) => tar.letters.includes(letter));
  return [
    ...letters.filter((letter) => !taking.includes(letter)).map((letter) => `-${letter}`),
    ...taking.flatMap((letter, at) => [`-${letter}`, rest[at] ?? '']),
    ...rest.slice(taking.length),
  ];
}

/** What stands behind the name of a folder in that of an archive of it. */
const suffix = /\.(?:tar(?:\.\w+)?|t[bgx]z2?|tzst|zip)$/i;

/** The name that an archive and the folder in it usually share; empty where it is called otherwise. */
export function stemOf(archive: string): string {
  const name = basename(archive);
  return suffix.test(name) ? name.replace(suffix, '') : '';
}

/**
 * Whether a folder is called as an archive, or by a part of that: `aws` of `awscliv2`, `linux-amd64` of `helm-v3-linux-amd64`;
 * or as GitHub calls that of a tag or a branch: `curl-8.1` of `v8.1`.
 */
export function areAlike(folder: string, stem: string): boolean {
  const tag = stem.replace(/^v(?=\d)/, '');
  if (folder.startsWith(`${stem}-`) || folder.endsWith(`-${tag}`)) return true;
  if (folder.length < 2 || !/^[\w.+-]+$/.test(folder)) return false;
  const at = stem.indexOf(folder);
  const next = stem[at + folder.length] ?? '';
  return at === 0
    ? folder.length > 2 || !/[A-Za-z]/.test(next)
    : at > 0 && /[-_.]/.test(stem[at - 1] ?? '') && /^[-_.]?$/.test(next);
}

/** Whether a program is what an archive is called after: `terraform` of `terraform_1.9_linux_amd64`. */
export const isNamesake = (program: string, stem: string): boolean =>
  stem.startsWith(program) && /^[-_.]?$/.test(stem.charAt(program.length));
