import { basename } from '../../syntax/shell/base-name.ts';
import { foundRuns, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** Where `find` begins to look. */
export function startsOf(words: readonly string[]): readonly string[] {
  const operands = words.slice(1).filter((word) => !/^-[HLP]$/.test(word));
  const end = operands.findIndex((word) => /^[-(!]/.test(word));
  return end < 0 ? operands : operands.slice(0, end);
}

/** What stands in a pattern for any folders between two names. */
const between = '/**/';

/** How what is found is spelled. */
interface Spelling {
  /** Whether folders between are spelled with `**`, and not by what is done with what is found. */
  readonly deep?: boolean;
  /** Whether folders count where nothing else is found. */
  readonly folders?: boolean;
}

/** What `find` finds as paths, which may be patterns. */
function foundBy(
  words: readonly string[],
  { deep = false, folders = false }: Spelling,
): readonly string[] {
  if (!folders && words.some((word, at) => word === '-type' && words[at + 1] === 'd')) return [];
  const starts = startsOf(words);
  const named = words.findIndex((word) => /^-i?name$/.test(word));
  const isFile = words.some((word, at) => word === '-type' && words[at + 1] === 'f');
  if (named < 0 && !deep) return starts;
  const name = named < 0 ? '*' : (words[named + 1] ?? '*');
  const below = starts.map((start) => `${start.replace(/\/$/, '')}${deep ? between : '/'}${name}`);
  return named < 0 && !isFile ? [...starts, ...below] : below;
}

/** The names that a command prints of the files that it finds, as patterns. */
export function listedBy(words: readonly string[], spelling: Spelling = {}): readonly string[] {
  const run = withoutLaunchers(words);
  const name = basename(run[0] ?? '');
  if (name === 'find') return foundBy(run, spelling);
  if (name !== 'ls') return [];
  // It prints names without the folder that they lie in.
  const operands = run.slice(1).filter((word) => !word.startsWith('-'));
  return operands.some((each) => /[*?[]/.test(each)) ? operands : ['*'];
}

/** The commands that a command runs for each file that is found, with what that is among their words. */
export function runsOnFound(
  { words, input }: Pick<ShellCommand, 'words' | 'input'>,
  spelling: Spelling = {},
): readonly (readonly string[])[] {
  const run = withoutLaunchers(words);
  if (basename(run[0] ?? '') === 'find') {
    const found = foundBy(run, spelling);
    return foundRuns(run).map((each) => onAll(each, found));
  }
  const before = words.slice(0, words.length - run.length);
  if (!before.some((word) => basename(word) === 'xargs')) return [];
  const listed = listedBy(input.at(-1)?.words ?? [], spelling);
  if (listed.length === 0) return [];
  const at = before.findIndex((word) => word.startsWith('-I'));
  const place = at < 0 ? '{}' : (before[at] ?? '').slice(2) || (before[at + 1] ?? '{}');
  const each = run.map((word) => word.replaceAll(place, '{}'));
  return [onAll(each.some((word) => word.includes('{}')) ? each : [...each, '{}'], listed)];
}

function onAll([program = '', ...words]: readonly string[], found: readonly string[]) {
  const put = words
    .filter((word) => !/^(?:\\?;|\+)$/.test(word))
    .flatMap((word) => (word === '{}' ? found : [word.replaceAll('{}', '*')]));
  return [program, '-R', ...put];
}
