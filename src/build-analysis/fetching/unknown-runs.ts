import { isInert } from '../../knowledge/commands/inert-programs.ts';
import { isSystemProgram, isRuntime } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { startedParts, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { filesRun } from '../files/run-files.ts';

/** Programs after which paths mean something else than before. */
const changesRoot =
  /^(?:chroot|unshare|nsenter|bwrap|proot|systemd-nspawn|arch-chroot|fakechroot|pivot_root|switch_root)$/;

/** Paths that lead to a file by way of a process, and not by its name. */
const byProcess = /^\/+(?:proc\/|dev\/fd(?:\/|$))/;

/**
 * What a command runs that its words do not tell.
 *
 * @param pathOf where a word leads to; `undefined` where nobody knows
 */
export function unknownRun(
  words: readonly string[],
  pathOf: (word: string) => string | undefined,
): string | undefined {
  const [program = '', ...others] = filesRun(words);
  if (startedParts(words).some(([name = '']) => changesRoot.test(basename(name)))) {
    return words.slice(0, 3).join(' ');
  }
  const isOpen = (word: string): boolean =>
    byProcess.test(word) ||
    byProcess.test(pathOf(word) ?? word) ||
    (/[/$]/.test(word) && pathOf(word) === undefined && !word.startsWith('/dev/'));
  return byProcess.test(program) ? program : others.find(isOpen);
}

/** Programs that run what lies in a folder, or load it, without its being named. */
const loads =
  /^(?:\.|source|eval|exec|make|gmake|bmake|cmake|ctest|ninja|meson|scons|g?cc|[cg]\+\+|c99|clang(?:\+\+)?|cpp|ld|as|autoconf|automake|autoreconf|libtool|libtoolize|service|systemctl|rc-service|invoke-rc\.d|su|run-parts|crontab|at|fish|ksh|zsh|dash|ash|bash|sh|perl|env|busybox)$/;

/** Whether the program of a command may run or load files which lie there, whatever its words name. */
export function mayUseFiles(words: readonly string[]): boolean {
  const [program = ''] = withoutLaunchers(words);
  const name = basename(program);
  if (name === '' || isInert(name)) return false;
  return !isSystemProgram(name) || isRuntime(name) || loads.test(name);
}
