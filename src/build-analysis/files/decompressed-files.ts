import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { takeApart, type Valued } from '../commands/split-options.ts';

/** A file that a command puts what is in another into, as its words name both. */
export interface Decompressed {
  readonly from: string;
  readonly to: string;
  /** Whether the first one stays. */
  readonly keeps: boolean;
}

const always = /^(?:gunzip|unpigz|bunzip2|unxz|unlzma|unzstd|unlz4|uncompress)$/;
const onRequest = /^(?:gzip|pigz|bzip2|lbzip2|xz|lzma|zstd|pzstd|lz4|brotli)$/;
/** Programs that leave what they read as it is. */
const keeping = /zstd|lz4|brotli/;

const valued: Valued = { letters: 'SoT', names: new Set(['suffix', 'output', 'threads']) };

const suffix = /\.(?:gz|z|Z|bz2|xz|lzma|zst|lz4|br|t[gbx]z)$/;

/** What a command decompresses, decrypts or copies from one file to another that it names or whose name follows. */
export function decompressedBy({ words: all }: ShellCommand): readonly Decompressed[] {
  const [program = '', ...words] = withoutLaunchers(all);
  const name = basename(program);
  if (name === 'dd') return copied(words);
  if (name === 'openssl' || /^gpg2?$/.test(name)) return decrypted(name, words);
  if (!always.test(name) && !onRequest.test(name)) return [];
  const { options, operands } = takeApart(valued, words);
  const has = (...names: readonly string[]): boolean => names.some((each) => options.has(each));
  if (!always.test(name) && !has('d', 'decompress', 'uncompress')) return [];
  if (has('c', 'stdout', 'to-stdout', 't', 'test', 'l', 'list')) return [];
  const keeps = (keeping.test(name) && !has('rm')) || has('k', 'keep');
  const to = ['o', 'output'].flatMap((each) => options.get(each) ?? []).at(-1);
  const [first, second] = operands;
  if (to !== undefined) return first === undefined ? [] : [{ from: first, to, keeps: true }];
  if (name.endsWith('lz4') && first !== undefined && second !== undefined) {
    return [{ from: first, to: second, keeps: true }];
  }
  return operands
    .filter((each) => suffix.test(each))
    .map((from) => ({ from, to: decompressedName(from), keeps }));
}

const decompressedName = (path: string): string =>
  /\.t[gbx]z$/.test(path) ? path.replace(/\.t[gbx]z$/, '.tar') : path.replace(suffix, '');

/** `dd if=x of=y` */
function copied(words: readonly string[]): readonly Decompressed[] {
  const valueOf = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const [from, to] = [valueOf('if'), valueOf('of')];
  return from === undefined || to === undefined ? [] : [{ from, to, keeps: true }];
}

/** What is decrypted says nothing of who wrote it. */
function decrypted(name: string, words: readonly string[]): readonly Decompressed[] {
  const after = (...names: readonly string[]): string | undefined =>
    words[words.findIndex((word) => names.includes(word)) + 1];
  const isAsked = name === 'openssl' ? /^-d$/ : /^(?:-d|--decrypt)$/;
  if (!words.some((word) => isAsked.test(word))) return [];
  const to = ['-out', '-o', '--output'].some((each) => words.includes(each))
    ? after('-out', '-o', '--output')
    : undefined;
  const from =
    name === 'openssl' ? (words.includes('-in') ? after('-in') : undefined) : words.at(-1);
  return to === undefined || from === undefined || to === from ? [] : [{ from, to, keeps: true }];
}
