import { oncePerList } from '../../syntax/once-per-list.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { variablesIn, type KnownSums } from './known-sums.ts';
import { among, anything, splitProgram, writesSum, type Verified } from './verified.ts';

/** More text than this is no list that a person wrote. */
const longestList = 4096;

/** What is compared with a list of sums. */
export function listed(
  { input, inner, bodies }: ShellCommand,
  rest: readonly string[],
  { readsSum, isOwn, isOwnValue, mayBeOwn }: KnownSums,
): Verified | undefined {
  const files = rest.filter(
    (word, at) => !word.startsWith('-') && !/^(?:-a|--algorithm)$/.test(rest[at - 1] ?? ''),
  );
  const writers = [...inner, ...input, ...input.flatMap((each) => each.inner)];
  if (readsSum || writers.some(writesSum) || files.some(isOwn)) return undefined;
  const lists = files.filter((file) => file !== '/dev/stdin' && file !== '$()');
  if (lists.length > 0) return lists.some(mayBeOwn) ? { ...anything, unsure: true } : anything;
  const read = [...bodies, ...writers.flatMap(({ words }) => words)];
  if (read.some((word) => variablesIn(word).some(isOwnValue) || isOwn(word))) return undefined;
  if (inner.length + bodies.length === 0) return piped(input);
  const said = saidBy(inner);
  return said === undefined ? anything : onLines([said, ...bodies].join('\n'));
}

/** What commands write that print what they are given; `undefined` where one of them does something else. */
function saidBy(commands: readonly ShellCommand[]): string | undefined {
  const all = commands.map(splitProgram);
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
