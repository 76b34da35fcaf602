import { basename } from '../syntax/shell/base-name.ts';

/** Executables that are many programs, as distributions call them. */
const multiCall =
  /^(?:busybox|toybox|coreutils|bbsuid|dropbearmulti)(?:[.-](?:static|suid|extras))?$/;

const plainName = /^[\w.+[-]+$/;

/**
 * The program that an executable runs as. One that is many programs is the one that its arguments name: the first, by which it was
 * called, or the next where that is the executable itself.
 *
 * @param executable its base name
 * @param argv its arguments, its own name first
 */
export function programOf(executable: string, argv: readonly string[]): string {
  if (!multiCall.test(executable)) return executable;
  const isItself = (word: string): boolean =>
    multiCall.test(word) || word.startsWith(executable) || word === 'exe';
  const names = argv.map((word) =>
    basename(word.replace(/^-(?!-)|^--coreutils-prog(?:-shebang)?=/, '')),
  );
  const name = names.find((each) => !isItself(each)) ?? '';
  return plainName.test(name) && !name.startsWith('-') ? name : executable;
}
