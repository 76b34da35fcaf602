import { applyFileMode, modeBits, parseFileMode } from '../../syntax/file-mode/file-mode.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { readSetfacl } from './access-lists.ts';
import { keptModes } from './kept-modes.ts';
import { temporaryIn } from '../commands/temporary-files.ts';
import type { Script } from '../scripts/script.ts';
import { commandsOf } from '../scripts/steps.ts';
import { takeApart, type Valued } from '../commands/split-options.ts';

/** What files mostly have before a mode is given to them. */
const plain = 0o644;

/** Asks for a bit of what a mode makes of a file; `undefined` where nobody knows the mode. */
const asks =
  (holds: (bits: number) => boolean) =>
  (mode: string | undefined, umask?: number): boolean | undefined => {
    const parsed = mode === undefined ? undefined : parseFileMode(mode);
    if (parsed === undefined) return undefined;
    return holds(applyFileMode(parsed, { bits: plain, ...(umask === undefined ? {} : { umask }) }));
  };

const { othersWrite, sticky, setUserId, setGroupId, execute } = modeBits;

/** Whether a mode as chmod takes it gives everybody the right to write. */
export const givesWrite = asks((bits) => (bits & othersWrite) !== 0);

/** Whether a mode keeps the files of others safe in a folder that everybody writes to. */
export const isSticky = asks((bits) => (bits & sticky) !== 0);

/** Whether a mode lets a program run as its owner or group no matter who starts it. */
export const givesIdentity = asks((bits) => (bits & (setUserId | setGroupId)) !== 0);

/** Whether such a mode lets it run as its owner, and not as its group alone. */
export const givesOwner = asks((bits) => (bits & setUserId) !== 0);

/** Whether a mode makes a file a program for anybody. */
export const givesExecute = asks((bits) => (bits & execute) !== 0);

/** A mode that a script gives. */
export interface Given {
  /** As it is written; `undefined` where it is that of another file. */
  readonly mode: string | undefined;
  /** What the script keeps back where a mode names nobody. */
  readonly umask?: number;
  /** What it is given to, and nothing below that, as far as the script names it. */
  readonly paths: readonly string[];
  /** Whether it is given to nothing but folders, as far as the script tells. */
  readonly folders: boolean;
  /** Whether it is that of folders which are made with it; absent where it is not. */
  readonly makes?: true;
}

/** The modes that a script gives, but for what it gives to its own temporary files. */
export function modesIn(script: Script): readonly Given[] {
  const given = givenIn(script);
  if (given.length === 0) return given;
  const temporary = temporaryIn(script);
  return given.filter(
    ({ paths }) => paths.length === 0 || !paths.every((path) => temporary.has(path)),
  );
}

/** Whether any of some modes does what is asked; `undefined` where one may that nobody knows. */
export function anyGives(
  given: readonly Given[],
  gives: (given: Given) => boolean | undefined,
): boolean | undefined {
  let open = false;
  for (const each of given) {
    const answer = gives(each);
    if (answer === true) return true;
    open ||= answer === undefined;
  }
  return open ? undefined : false;
}

/** Programs that make something with the mode that stands behind an option. */
const makers: ReadonlyMap<string, Valued & { readonly mode: readonly string[] }> = new Map(
  Object.entries({
    mkdir: { letters: 'm', names: new Set(['mode']), mode: ['m', 'mode'] },
    mkfifo: { letters: 'm', names: new Set(['mode']), mode: ['m', 'mode'] },
    mknod: { letters: 'm', names: new Set(['mode']), mode: ['m', 'mode'] },
    install: {
      letters: 'gmoSt',
      names: new Set(['group', 'mode', 'owner', 'suffix', 'target-directory']),
      mode: ['m', 'mode'],
    },
    tar: { letters: 'fCTXbHKNIgLV', names: new Set(['mode']), mode: ['mode'] },
    bsdtar: { letters: 'fCTXbs', names: new Set(['mode']), mode: ['mode'] },
    rsync: { letters: 'efTBM', names: new Set(['chmod']), mode: ['chmod'] },
  }),
);

/** The same as {@link modesIn}, also of temporary files. */
export const givenIn = (script: Script): readonly Given[] => givenBy(commandsOf(script));

const givenBy = oncePerList((commands: readonly (readonly string[])[]): readonly Given[] => {
  let found: 'runs' | 'lists' | undefined;
  let umask: { readonly umask?: number } = {};
  return commands.flatMap(([program = '', ...words]): readonly Given[] => {
    const name = basename(program);
    // What `find` runs stands behind it, and so does what xargs gives its list to, which names no path itself.
    const ofFound = found;
    const findsFolders =
      name === 'find' && words.some((word, at) => word === '-type' && words[at + 1] === 'd');
    if (!findsFolders) found = undefined;
    else found = words.some((word) => word.startsWith('-exec')) ? 'runs' : 'lists';
    if (name === 'umask') {
      const mask = readUmask(words);
      umask = mask === undefined ? {} : { umask: mask };
      // What is made from here on has all that it does not keep back.
      return maskGiven(words, mask);
    }
    if (name === 'chmod') {
      return changed(words, ofFound === 'runs').map((given) => ({
        ...given,
        ...umask,
        folders:
          given.folders || (ofFound === 'lists' && given.paths.length === 0 && !isDeep(words)),
      }));
    }
    if (name === 'setfacl') return lists(words);
    const kept = keptModes(name, words);
    const maker = makers.get(name);
    if (maker === undefined || kept.length > 0) return kept;
    const { options } = takeApart(maker, words);
    const folders = name === 'mkdir' || (name === 'install' && makesFolders(options));
    const modes = [...options].flatMap(([option, values]) =>
      maker.mode.includes(option) || isAbbreviated(option, maker.mode) ? values : [],
    );
    const mode = modes.at(-1);
    if (mode === undefined) return [];
    const each = name === 'rsync' ? mode.split(',').map((one) => one.replace(/^[DF]/, '')) : [mode];
    const made = folders ? ({ makes: true } as const) : {};
    return each.map((one) => ({ mode: one, ...umask, folders, paths: [], ...made }));
  });
});

const makesFolders = (options: ReadonlyMap<string, unknown>): boolean =>
  options.has('d') || options.has('directory');

/** Long options may be cut short, as `--mo=777`. */
const isAbbreviated = (option: string, modes: readonly string[]): boolean =>
  option.length > 1 && modes.some((mode) => mode.length > 1 && mode.startsWith(option));

/** The bits that a umask keeps back; `undefined` where it does not say. */
function readUmask(words: readonly string[]): number | undefined {
  const mask = words.find((word) => !/^-[pS]+$/.test(word));
  if (mask === undefined) return undefined;
  if (/^[0-7]{1,4}$/.test(mask)) return Number.parseInt(mask, 8);
  const parsed = parseFileMode(mask);
  // Letters say what is given, and not what is kept back.
  return parsed && ~applyFileMode(parsed, { bits: 0o755, umask: 0 }) & 0o777;
}

function maskGiven(words: readonly string[], mask: number | undefined): readonly Given[] {
  if (words.every((word) => /^-[pS]+$/.test(word))) return [];
  const mode = mask === undefined ? undefined : (0o777 & ~mask).toString(8);
  return [{ mode, paths: [], folders: false }];
}

/** What `setfacl` gives everybody else. */
function lists(words: readonly string[]): readonly Given[] {
  const { entries, open: isOpen } = readSetfacl(words);
  const given = entries.flatMap(({ kind, name, rights }) =>
    kind === 'other' && name === '' ? { ...open, mode: `o=${rights}` } : [],
  );
  return isOpen ? [...given, open] : given;
}

/** A mode that is not known. */
const open: Given = { mode: undefined, paths: [], folders: false };

/** What `chmod` is given: a mode, which may take rights away and so begin as options do, and files behind it. */
function changed(words: readonly string[], findsFolders: boolean): readonly Given[] {
  if (words.some((word) => word.startsWith('--ref'))) return [open];
  const { mode, paths, deep } = readChmod(words);
  if (mode === undefined) return [];
  if (deep) return [{ mode, paths: [], folders: false }];
  return [{ mode, paths, folders: findsFolders }];
}

/** Reads what `chmod` is given; the mode is `undefined` where it is given none. */
export function readChmod(words: readonly string[]): {
  readonly mode: string | undefined;
  readonly paths: readonly string[];
  /** Whether it goes for all that is in a folder as well. */
  readonly deep: boolean;
} {
  const reference = words.findIndex((word) => /^--ref\w*(?:=|$)/.test(word));
  if (reference >= 0) {
    const own = words[reference]?.includes('=') ? 1 : 2;
    const rest = words.toSpliced(reference, own);
    return {
      mode: undefined,
      paths: rest.filter((word) => !word.startsWith('-')),
      deep: isDeep(rest),
    };
  }
  const at = words.findIndex((word) => !/^-(?:[a-zA-Z]*[RvcfhLPH]|-\S*)$/.test(word));
  if (at < 0) return { mode: undefined, paths: [], deep: false };
  const paths = words.slice(at + 1).filter((word) => !/^-[RvcfhLPH]+$|^--/.test(word));
  // An option may stand behind the mode as well.
  return { mode: words[at], paths, deep: isDeep(words.toSpliced(at, 1)) };
}

const isDeep = (words: readonly string[]): boolean =>
  words.some((word) => /^-[a-zA-Z]*R|^--recursive$/.test(word));
