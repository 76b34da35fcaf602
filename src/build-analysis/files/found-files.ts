import { basename } from '../../syntax/shell/base-name.ts';
import { foundRuns, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** Where `find` begins to look. */
export function startsOf(words: readonly string[]): readonly string[] {
  const operands = words.slice(1).filter((word) => !/^-[HLP]$/.test(word));
  const end = operands.findIndex((word) => /^[-(!]/.test(word));
  return end < 0 ? operands : operands.slice(0, end);
}

/** What `find` finds as paths, which may be patterns; none where it finds folders alone. */
function foundBy(words: readonly string[]): readonly string[] {
  if (words.some((word, at) => word === '-type' && words[at + 1] === 'd')) return [];
  const starts = startsOf(words);
  const name = words[words.findIndex((word) => /^-i?name$/.test(word)) + 1];
  const isNamed = words.some((word) => /^-i?name$/.test(word));
  return isNamed ? starts.map((start) => `${start.replace(/\/$/, '')}/${name ?? '*'}`) : starts;
}

/** The commands that a command runs for each file that `find` finds, with what that finds among their words. */
export function runsOnFound({ words, input }: ShellCommand): readonly (readonly string[])[] {
  const run = withoutLaunchers(words);
  if (basename(run[0] ?? '') === 'find') {
    const found = foundBy(run);
    return foundRuns(run).map((each) => onAll(each, found));
  }
  const before = words.slice(0, words.length - run.length);
  const listed = withoutLaunchers(input.at(-1)?.words ?? []);
  const isListed = before.some((word) => basename(word) === 'xargs');
  if (!isListed || basename(listed[0] ?? '') !== 'find') return [];
  return [onAll([...run, '{}'], foundBy(listed))];
}

function onAll([program = '', ...words]: readonly string[], found: readonly string[]) {
  const at = words.indexOf('{}');
  const behind = words.slice(at + 1).filter((word) => !/^(?:\\?;|\+)$/.test(word));
  return [program, '-R', ...words.slice(0, at), ...found, ...(at < 0 ? [] : behind)];
}
