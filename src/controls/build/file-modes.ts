import { basename } from '../../syntax/shell/base-name.ts';
import { temporaryIn } from './temporary-files.ts';
import { commandsOf } from '../shell/steps.ts';

const writeForOthers = 0o002;
const sticky = 0o1000;

/** Whether a mode as chmod takes it gives everybody the right to write, with nothing that keeps others' files safe. */
export function givesWrite(mode: string): boolean {
  if (/^[0-7]{3,5}$/.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    return (bits & writeForOthers) !== 0 && (bits & sticky) === 0;
  }
  const clauses = mode.split(',').map((clause) => /^([ugoa]*)([-+=])([rwxXstugo]*)$/.exec(clause));
  if (clauses.some((clause) => clause === null)) return false;
  const given = (right: string, to: RegExp): boolean =>
    clauses.some((clause) => {
      const [, who = '', operator, rights = ''] = clause ?? [];
      return operator !== '-' && to.test(who) && rights.includes(right);
    });
  // What the owner may do is to write, unless somebody thought of that.
  return (given('w', /[oa]/) || given('u', /[oa]/)) && !given('t', /.*/);
}

/** Whether a mode lets a program run as its owner or group whoever starts it. */
export function givesIdentity(mode: string): boolean {
  if (/^[0-7]{4,5}$/.test(mode)) return (Number.parseInt(mode, 8) & 0o6000) !== 0;
  return mode.split(',').some((clause) => /^[ugoa]*[+=][rwxXt]*s/.test(clause));
}

/** Whether such a mode lets it run as its owner, and not as its group alone. */
export function givesOwner(mode: string): boolean {
  if (/^[0-7]{4,5}$/.test(mode)) return (Number.parseInt(mode, 8) & 0o4000) !== 0;
  return mode.split(',').some((each) => givesIdentity(each) && !/^[go]+[+=]/.test(each));
}

/** Programs that set modes: where the mode stands behind an option, and where it is the first operand. */
const modeOption: Readonly<Record<string, RegExp>> = {
  mkdir: /^-[a-zA-Z]*m$|^--mode$/,
  install: /^-[a-zA-Z]*m$|^--mode$/,
};

/** A mode that a script gives. */
export interface Given {
  readonly mode: string;
  /** What it is given to, and nothing below that, as far as the script names it. */
  readonly paths: readonly string[];
  /** Whether it is given to nothing but folders, as far as the script tells. */
  readonly folders: boolean;
}

/** The modes that a script gives, with `chmod`, `mkdir -m` and `install -m`; not what it gives to its own temporary files. */
export function modesIn(script: string): readonly string[] {
  const given = givenIn(script);
  if (given.length === 0) return [];
  const temporary = temporaryIn(script);
  return given.flatMap(({ mode, paths }) =>
    paths.length > 0 && paths.every((path) => temporary.has(path)) ? [] : mode,
  );
}

/** The same, each with what it is given to. */
export function givenIn(script: string): readonly Given[] {
  /** Folders that the script has made so far, as it names them. */
  const made = new Set<string>();
  let found: 'runs' | 'lists' | undefined;
  return commandsOf(script).flatMap(([program = '', ...words]) => {
    const name = basename(program);
    // What `find` runs stands behind it, and so does what xargs gives its list to, which names no path itself.
    const ofFound = found;
    const findsFolders =
      name === 'find' && words.some((word, at) => word === '-type' && words[at + 1] === 'd');
    if (!findsFolders) found = undefined;
    else found = words.some((word) => word.startsWith('-exec')) ? 'runs' : 'lists';
    if (name === 'chmod') {
      return changed(words, (path) => ofFound === 'runs' || made.has(path)).map((given) =>
        ofFound === 'lists' && given.paths.length === 0 && !isDeep(words)
          ? { ...given, folders: true }
          : given,
      );
    }
    const option = Object.hasOwn(modeOption, name) ? modeOption[name] : undefined;
    if (option === undefined) return [];
    const folders = name === 'mkdir' || words.some((word) => makesFolder.test(word));
    if (folders) for (const word of words) made.add(word);
    const mode = modeBehind(words, option);
    return mode === undefined ? [] : { mode, folders, paths: [] };
  });
}

/** What has `install` make folders in place of copying files. */
const makesFolder = /^-[bcCDpsTvZ]*d[bcCdDpsTvZ]*(?:m[\d,=+a-z]*)?$|^--directory$/;

/** What `chmod` is given: a mode, which may take rights away and so begin as options do, and files behind it. */
function changed(words: readonly string[], isFolder: (path: string) => boolean): readonly Given[] {
  const { mode, paths, deep } = readChmod(words);
  if (mode === undefined) return [];
  if (deep) return [{ mode, paths: [], folders: false }];
  return [{ mode, paths, folders: paths.length > 0 && paths.every(isFolder) }];
}

/** Reads what `chmod` is given; the mode is `undefined` where it is given none. */
export function readChmod(words: readonly string[]): {
  readonly mode: string | undefined;
  readonly paths: readonly string[];
  /** Whether it goes for all that is in a folder as well. */
  readonly deep: boolean;
} {
  const at = words.findIndex((word) => !/^-(?:[a-zA-Z]*[RvcfhLPH]|-\S*)$/.test(word));
  if (at < 0) return { mode: undefined, paths: [], deep: false };
  const paths = words.slice(at + 1).filter((word) => !/^-[RvcfhLPH]+$|^--/.test(word));
  // An option may stand behind the mode as well.
  return { mode: words[at], paths, deep: isDeep(words.toSpliced(at, 1)) };
}

const isDeep = (words: readonly string[]): boolean =>
  words.some((word) => /^-[a-zA-Z]*R|^--recursive$/.test(word));

function modeBehind(words: readonly string[], option: RegExp): string | undefined {
  const joined = words.find((word) => /^(?:--mode=|-m[0-7ugoa])/.test(word));
  if (joined !== undefined) return joined.replace(/^(?:--mode=|-m)/, '');
  const at = words.findIndex((word) => option.test(word));
  return at < 0 ? undefined : words[at + 1];
}
