import { applyFileMode, modeBits, parseFileMode } from '../../syntax/file-mode/file-mode.ts';
import { givesExecute, readChmod } from './file-modes.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { readSetfacl } from './access-lists.ts';
import { readInstall } from '../commands/install-command.ts';

/** What a command says of the right to execute files, as its words name them. */
export interface ExecuteRights {
  readonly gives: boolean;
  /** Each path, and the word of the command that it comes from. */
  readonly paths: readonly { readonly path: string; readonly word: string }[];
  /** Whether all that lies in these is meant as well. */
  readonly deep: boolean;
}

/** Whether a mode takes that right from everybody. */
function takesExecute(mode: string): boolean {
  const parsed = parseFileMode(mode);
  return parsed !== undefined && (applyFileMode(parsed, { bits: 0o755 }) & modeBits.execute) === 0;
}

/** What a command gives or takes, `undefined` where it leaves that right as it is. */
export function executeRightsOf(words: readonly string[]): ExecuteRights | undefined {
  const [program = '', ...rest] = words;
  const name = basename(program);
  if (name === 'chmod') {
    const { mode, paths, deep } = readChmod(rest);
    // A mode that nobody knows may give it.
    const gives = givesExecute(mode) !== false;
    if (!gives && !takesExecute(mode ?? '')) return undefined;
    return { gives, deep, paths: paths.map((path) => ({ path, word: path })) };
  }
  if (name === 'setfacl') {
    const { entries, open, paths, deep } = readSetfacl(rest);
    const gives = open || entries.some(({ rights }) => /x/i.test(rights));
    return gives ? { gives, deep, paths: paths.map((path) => ({ path, word: path })) } : undefined;
  }
  if (name !== 'install') return undefined;
  const { folders, mode, paths } = readInstall(rest);
  if (folders) return undefined;
  const word = rest.at(-1) ?? '';
  return {
    gives: givesExecute(mode) !== false,
    deep: false,
    paths: paths.map((path) => ({ path, word })),
  };
}
