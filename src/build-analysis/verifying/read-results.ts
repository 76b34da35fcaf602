import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { inverts, patternsOf } from './compared-sums.ts';
import type { Verified } from './verified.ts';

/** What checks print of a file that is as it should be, and nothing that stands for more. */
const good = /(?:\bOK\b|Good signature|Verified OK)(?![*?{\\])/;

/**
 * What a check verifies whose output is searched for the word that it is good: `sha256sum -c s | grep -q OK`.
 *
 * @param verifies tells what the check itself does
 */
export function foundGood(
  { words, input: [check, ...others] }: ShellCommand,
  verifies: (check: ShellCommand) => Verified | undefined,
): Verified | undefined {
  const [program = '', ...rest] = withoutLaunchers(words);
  if (check === undefined || others.length > 0 || !isSearch(program)) return undefined;
  const patterns = patternsOf(rest).flatMap((each) => each.split(/\\?\||\n/));
  const isGood = patterns.length > 0 && patterns.every((each) => good.test(each));
  const isOther = rest.some((word) => inverts.test(word) || ignoresCase.test(word));
  if (!isGood || isOther) return undefined;
  const found = verifies(check);
  if (found === undefined || patterns.every((each) => each.includes('signature'))) return found;
  // Of several files, or where the word is in a name, one may be found where another is not good.
  const isOne = !found.open && new Set(found.files).size === 1 && !good.test(found.files.join());
  return isOne ? found : { ...found, unsure: true };
}

const isSearch = (program: string): boolean => /^[ef]?grep$/.test(basename(program));

const ignoresCase = /^-\w*i|^--ignore-case$/;
