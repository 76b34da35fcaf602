import { basename } from '../../syntax/shell/base-name.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { verifiedOnWindows } from '../commands/windows-files.ts';

/** Compute the sums of files, or compare them. */
const summers =
  /^g?(?:(?:sha(?:1|224|256|384|512|3)?|md5|b2|b3|blake[23])(?:sum)?|shasum|rhash|cksum)$/;
const compares = /^--check$|^-[A-Zabd-z]*c[A-Za-z]*$/;

/** Programs that verify signatures, each with the words that have it do so. */
const verifiers: readonly (readonly [name: RegExp, asked: RegExp])[] = [
  [/^gpg2?$/, /^--verify(?:-files)?$/],
  [/^gpgv2?$|^sqv$/, /^/],
  [/^cosign$/, /^verify-blob/],
  [/^(?:slsa-verifier|gh|sq|rsign|sigstore|apksigner)$/, /^verify(?:-\w+)*$/],
  [/^openssl$/, /^-verify$|^-prverify$/],
  [/^(?:minisign|signify|signify-openbsd)$/, /^-\w*V/],
  [/^jarsigner$/, /^-verify$/],
  [/^ssh-keygen$/, /^verify$/],
];

/** A program or a script of the project that says so itself. */
const saysSo = /verif|check-?sum/i;

/** Compare one text with another. */
const comparers: ReadonlySet<string> = new Set([
  ...['[', '[[', 'test', 'case', 'grep', 'egrep', 'fgrep', 'diff', 'cmp', 'expr'],
]);

/** How an interpreter is handed a script, and what computes a sum there. */
const interpreters = /^(?:python|perl|ruby|node|php)[\d.]*$/;
const inlineScript = /^-\w*[cer]$|^--eval$/;
const computes = /hash_file|hashlib|createHash|Digest::|sha(?:256|384|512)|openssl_verify/i;

/** What stands behind the name of a file in that of its signature. */
const signatureSuffix = /\.(?:asc|sig|sign|gpg|minisig|bundle|pem|crt)$/;

/** What a command verifies: these files, by base name, and all others where it may be one that nobody can tell. */
export interface Verified {
  readonly names: readonly string[];
  /** Those that are named with their folder, as they are written. */
  readonly paths?: readonly string[];
  /** Whether unknown content names the files, such as a fetched list of checksums. */
  readonly open: boolean;
}

const anything: Verified = { names: [], open: true };

/** The program of a command and what stands behind it. */
const split = ({ words }: ShellCommand): readonly [string, readonly string[]] => {
  const [program = '', ...rest] = withoutLaunchers(words);
  return [basename(program), rest];
};

const isSummer = (name: string, rest: readonly string[]): boolean =>
  summers.test(name) ||
  (name === 'openssl' && /^(?:dgst|sha\d+|md5|blake2\w+)$/.test(rest[0] ?? ''));

/** Whether a command writes the sum of a file. */
export const writesSum = (command: ShellCommand): boolean => {
  const [name, rest] = split(command);
  return isSummer(name, rest) && !rest.some((word) => compares.test(word));
};

/** Files by the words that name them, and whether one of these words may stand for any file. */
function among(words: readonly string[]): Verified {
  const named = words.filter((word) => word !== '-' && !/^--?[A-Za-z]/.test(word));
  const files = named.flatMap((word) => {
    const file = word.replace(/^[*(]+|\)$/g, '');
    return [file, file.replace(signatureSuffix, '')];
  });
  return {
    names: files.map(basename),
    paths: files.filter((file) => file.includes('/')),
    open: named.length === 0 || named.some((word) => /[$*?%]/.test(word)),
  };
}

/** What is known of the sums that a command may compare. */
export interface KnownSums {
  /** What is known of a variable that holds a sum; `undefined` of any other. */
  readonly sumsOf: (variable: string) => Verified | undefined;
  /** Whether the command reads, through pipes, what computes one. */
  readonly readsSum: boolean;
  /** Whether the build itself has written a file with sums, so that these are no check of what it fetched. */
  readonly isOwn: (file: string) => boolean;
}

/** What a command verifies, where its failure is heeded; `undefined` where it verifies nothing. */
export function verifiedBy(command: ShellCommand, known: KnownSums): Verified | undefined {
  const [name, rest] = split(command);
  if (summers.test(name) && rest.some((word) => compares.test(word))) {
    return listed(command, rest, known);
  }
  const asked = verifiers.find(([program]) => program.test(name))?.[1];
  if (asked !== undefined && ['', ...rest].some((word) => asked.test(word))) return among(rest);
  if (saysSo.test(name)) return among(rest);
  const onWindows = verifiedOnWindows(command.words);
  if (onWindows !== undefined) return among(onWindows);
  if (comparers.has(name)) return compared(command, known);
  return interpreters.test(name) ? computed(rest, command.bodies) : undefined;
}

/** What a script verifies that an interpreter is handed in place of a file. */
function computed(rest: readonly string[], bodies: readonly string[]): Verified | undefined {
  const at = rest.findIndex((word) => inlineScript.test(word));
  const scripts = at < 0 ? bodies : [rest[at + 1] ?? '', ...bodies];
  if (!scripts.some((script) => computes.test(script))) return undefined;
  return among(scripts.flatMap((script) => script.split(/[^\w./$~+-]+/)));
}

/** More text than this is no list that a person wrote. */
const longestList = 4096;

/** What is compared with a list of sums. */
function listed(
  { input, inner, bodies }: ShellCommand,
  rest: readonly string[],
  { readsSum, isOwn }: KnownSums,
): Verified | undefined {
  const files = rest.filter(
    (word, at) => !word.startsWith('-') && !/^(?:-a|--algorithm)$/.test(rest[at - 1] ?? ''),
  );
  const ofBuild = readsSum || [...inner, ...input.flatMap((each) => each.inner)].some(writesSum);
  if (ofBuild || files.some(isOwn)) return undefined;
  if (files.some((file) => file !== '/dev/stdin' && file !== '$()')) return anything;
  if (inner.length + bodies.length === 0) return piped(input);
  const said = saidBy(inner);
  return said === undefined ? anything : onLines([said, ...bodies].join('\n'));
}

/** What commands write that say what they are given; `undefined` where one of them does something else. */
function saidBy(commands: readonly ShellCommand[]): string | undefined {
  const all = commands.map(split);
  return all.every(([name]) => name === 'echo' || name === 'printf')
    ? all.map(([, words]) => words.join(' ').replace(/^-[neE]+ /, '')).join('\n')
    : undefined;
}

/** Many commands of a group may read the same. */
const piped = oncePerList((input: readonly ShellCommand[]): Verified => {
  const said = saidBy(input);
  return said === undefined ? anything : onLines(said);
});

/** The files of a list of sums: on each line a sum, and the file behind it. */
function onLines(text: string): Verified {
  if (text.length > longestList) return anything;
  // A pattern puts its lines together from what stands behind it.
  if (text.includes('%s')) return { ...among(text.split(/\s+|\\n/)), open: true };
  return among(text.split(/\n|\\n/).flatMap((line) => line.trim().split(/\s+/).slice(1)));
}

/** Sums that are compared with what they should be: of files named in a substitution, or of what a variable holds. */
function compared(
  { words, inner, input }: ShellCommand,
  { sumsOf, readsSum }: KnownSums,
): Verified | undefined {
  if (!comparesTwo(words)) return undefined;
  const direct = [...inner, ...(input.length === 1 ? input : [])].filter(writesSum);
  const held = words.flatMap((word) => {
    const variable = /\$\{?([A-Za-z_]\w*)/.exec(word)?.[1];
    return variable === undefined ? [] : (sumsOf(variable) ?? []);
  });
  const all = [...direct.map(sumOf), ...held];
  if (all.length === 0) return readsSum ? anything : undefined;
  // The sum of a file is that of the file.
  const [first, ...others] = all.map(({ names }) => names.join(' '));
  if (others.length > 0 && others.every((each) => each === first)) return undefined;
  return {
    names: all.flatMap(({ names }) => names),
    paths: all.flatMap(({ paths = [] }) => paths),
    open: all.some(({ open }) => open),
  };
}

/** What says of two operands that they are the same, or that they are not. */
const same = /^(?:=|==|=~|-eq)$/;
const other = /^(?:!=|-ne)$/;
const tests: ReadonlySet<string> = new Set(['[', '[[', 'test']);

/** Whether a command holds one thing against another, which is not anything. */
function comparesTwo(words: readonly string[]): boolean {
  const name = basename(withoutLaunchers(words)[0] ?? '');
  if (/^[ef]?grep$/.test(name)) {
    const operands = words.slice(1).filter((word) => !word.startsWith('-'));
    return !words.some((word) => /^-\w*v/.test(word)) && !/^[.*^$]*$/.test(operands[0] ?? '');
  }
  if (!tests.has(name)) return true;
  const at = words.findIndex((word) => same.test(word) || other.test(word));
  const [left = '', right = ''] = [words[at - 1], words[at + 1]];
  const isOne = left === right && !left.includes('$()');
  return at > 1 && !isOne && !words.some((word) => word === '||' || word === '-o');
}

/** The commands that do not run where a command that compares files finds what it should not. */
export function stopsOf({ words, ifFails, ifHolds = [] }: ShellCommand): readonly number[] {
  if (!tests.has(words[0] ?? '')) return ifFails;
  const isTurned = words.filter((word) => word === '!' || other.test(word)).length % 2 > 0;
  return isTurned ? ifHolds : ifFails;
}

/** The files whose sum a command writes. */
export function sumOf(command: ShellCommand): Verified {
  const [name, rest] = split(command);
  return among(
    rest.filter((word, at) => (name !== 'openssl' || at > 0) && !/^-a$/.test(rest[at - 1] ?? '')),
  );
}
