import { basename } from '../../syntax/shell/base-name.ts';
import { readChmod } from './file-modes.ts';
import { readInstall } from './install-command.ts';

/** What a command says of the right to execute files, as its words name them. */
export interface ExecuteRights {
  readonly gives: boolean;
  /** Each path, and the word of the command that it comes from. */
  readonly paths: readonly { readonly path: string; readonly word: string }[];
  /** Whether all that lies in these is meant as well. */
  readonly deep: boolean;
}

/** Whether a mode as chmod takes it makes a file a program for anybody. */
export function givesExecute(mode: string): boolean {
  if (/^[0-7]{3,5}$/.test(mode)) return (Number.parseInt(mode, 8) & 0o111) !== 0;
  return mode.split(',').some((clause) => /^[ugoa]*[+=][rwst]*x/.test(clause));
}

/** Whether a mode takes that right from everybody. */
const takesExecute = (mode: string): boolean =>
  /^[0-7]{3,5}$/.test(mode) || /^a?-[rwst]*x/.test(mode);

/** What a command gives or takes, `undefined` where it leaves that right as it is. */
export function executeRightsOf(words: readonly string[]): ExecuteRights | undefined {
  const [program = '', ...rest] = words;
  const name = basename(program);
  if (name === 'chmod') {
    const { mode = '', paths, deep } = readChmod(rest);
    const gives = givesExecute(mode);
    if (!gives && !takesExecute(mode)) return undefined;
    return { gives, deep, paths: paths.map((path) => ({ path, word: path })) };
  }
  if (name !== 'install') return undefined;
  const { folders, mode, paths } = readInstall(rest);
  if (folders) return undefined;
  const word = rest.at(-1) ?? '';
  return { gives: givesExecute(mode), deep: false, paths: paths.map((path) => ({ path, word })) };
}
