import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { variablesIn, type KnownSums } from './known-sums.ts';
import { anything, sumOf, writesSum, type Verified } from './verified.ts';

/** Compare one text with another. */
export const comparers: ReadonlySet<string> = new Set([
  ...['[', '[[', 'test', 'case', 'grep', 'egrep', 'fgrep', 'diff', 'cmp', 'expr'],
]);

/** Sums that are compared with what they should be: of files named in a substitution, or of what a variable holds. */
export function compared(command: ShellCommand, known: KnownSums): Verified | undefined {
  const { words, inner, input } = command;
  if (!comparesTwo(words)) return undefined;
  const direct = [...inner, ...(input.length === 1 ? input : [])].filter(writesSum);
  const variables = words.flatMap(variablesIn);
  const held = variables.flatMap((each) => known.sumsOf(each) ?? []);
  const all = [...direct.map(sumOf), ...held];
  if (all.length === 0) return known.readsSum ? anything : undefined;
  // The sum of a file is that of the file.
  const [first, ...others] = all.map(({ files }) => files.join(' '));
  if (others.length > 0 && others.every((each) => each === first)) return undefined;
  // So is what else was made of it.
  const own = variables.filter(known.isOwnValue).length;
  if (own > held.length || (own > 0 && direct.length > 0)) return undefined;
  return {
    files: all.flatMap(({ files }) => files),
    open: all.some(({ open }) => open),
    unsure: words.some((word) => /\$\{[^}]*\$/.test(word)),
  };
}

/** What says of two operands that they are the same, or that they are not. */
const same = /^(?:=|==|=~|-eq)$/;
const other = /^(?:!=|-ne)$/;
const tests: ReadonlySet<string> = new Set(['[', '[[', 'test']);

/** Whether a command holds one thing against another, which is not anything. */
function comparesTwo(words: readonly string[]): boolean {
  const started = withoutLaunchers(words);
  const name = basename(started[0] ?? '');
  if (/^[ef]?grep$/.test(name)) {
    const patterns = patternsOf(started.slice(1));
    return (
      !words.some((word) => inverts.test(word)) && patterns.length > 0 && patterns.every(isSum)
    );
  }
  if (name === 'expr' || name === '[[') {
    if (words.slice(1).some((word) => word !== ']]' && matchesAny.test(word))) return false;
  }
  if (!tests.has(name)) return true;
  const at = words.findIndex((word) => same.test(word) || other.test(word));
  const [left = '', right = ''] = [words[at - 1], words[at + 1]];
  const isOne = left === right && !left.includes('$()');
  const isEmpty = left === '' || right === '';
  return at > 1 && !isOne && !isEmpty && !words.some((word) => word === '||' || word === '-o');
}

/** Options of grep that say the opposite. */
export const inverts = /^-\w*[vL]|^--(?:invert-match|files-without-match)$/;

/** A pattern, or one of several, that nothing stands in which has to be there. */
const matchesAny = /(?:^|[|(])[+?^]*[.*][.*+?^$]*(?:$|[|)])/;

/** What grep looks for: what its options say, or else its first word that is none. */
export function patternsOf(words: readonly string[]): readonly string[] {
  const asked = words.flatMap((word, at) => {
    const endsInPattern = word === '--regexp' || (/^-\w+$/.test(word) && word.endsWith('e'));
    if (endsInPattern) return words[at + 1] ?? [];
    return /^(?:--regexp=|-[a-df-zA-Z]*e(?=.))(.*)$/s.exec(word)?.[1] ?? [];
  });
  // What stands in a file may be anything.
  if (words.some((word) => /^-\w*f|^--file\b/.test(word))) return [];
  return asked.length > 0 ? asked : words.filter((word) => !word.startsWith('-')).slice(0, 1);
}

/** Whether a pattern may be a sum: it has digits enough, which no class of any stand for, or a variable holds it. */
const isSum = (pattern: string): boolean =>
  !mayBeEmpty.test(pattern) && pattern.split(/\\?\||\n/).every(isOneSum);

const isOneSum = (pattern: string): boolean =>
  /[0-9a-f]{8}/i.test(pattern.replaceAll(/\[[^\]]*\]/g, '')) || /\$/.test(pattern.slice(0, -1));

/** A group that need not be there. */
const mayBeEmpty = /\)\\?(?:[*?]|\{0?,|\{0)/;

/** The commands that do not run where a command that compares files finds what it should not. */
export function stopsOf({ words, ifFails, ifHolds = [] }: ShellCommand): readonly number[] {
  if (!tests.has(words[0] ?? '')) return ifFails;
  const isTurned = words.filter((word) => word === '!' || other.test(word)).length % 2 > 0;
  return isTurned ? ifHolds : ifFails;
}
