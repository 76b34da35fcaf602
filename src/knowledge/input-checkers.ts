/** A program that fails on an input with nothing in it. */
interface InputChecker {
  readonly program: RegExp;
  /** Options with which it does; always where absent. */
  readonly needs?: RegExp;
  /** Options with which it does not. */
  readonly not?: RegExp;
}

/**
 * Programs that check what they read, so that a download which fails in front of them fails them as well.
 *
 * @see https://www.gnu.org/software/coreutils/manual/html_node/cksum-common-options.html
 * @see https://www.gnu.org/software/grep/manual/html_node/Exit-Status.html
 */
const checkers: readonly InputChecker[] = [
  { program: /^(?:(?:sha\d+|md5|b2)sum|shasum)$/, needs: /^(?:-[^-c]*c|--check$)/ },
  {
    program: /^[ef]?grep$/,
    not: /^(?:-[A-Za-z]*[vcL]|--(?:invert-match|count|files-without-match))/,
  },
  { program: /^gpg2?$/, needs: /^--verify$/ },
  { program: /^gpgv2?$/ },
  { program: /^cmp$/ },
];

/** Whether a program of a name, with its words, fails where it reads nothing. */
export const failsOnNothing = (program: string, words: readonly string[]): boolean =>
  checkers.some(
    ({ program: name, needs, not }) =>
      name.test(program) &&
      (needs === undefined || words.some((word) => needs.test(word))) &&
      !words.some((word) => not?.test(word)),
  );
