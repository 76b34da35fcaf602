import { createPathLinks, type PathLinks } from './path-links.ts';

/** Tells which words of a script name one file. */
export interface ScriptPaths {
  /** A file's path, the same for the same file; `undefined` where a word does not tell which it is. */
  readonly of: (word: string) => string | undefined;
  /** The same, and of a word with `*` in it, which stands for the same file wherever it is spelled so. */
  readonly like: (word: string) => string | undefined;
  /** What is known of a word’s variables put into it. */
  readonly spell: (word: string) => string;
  /** From here on, relative paths begin elsewhere. */
  readonly enter: (word: string) => void;
  /** From here on, a variable has another value: `NAME=value`. */
  readonly assign: (assignment: string) => void;
  /** From here on, a variable stands for what a pattern finds, as that of a loop over files does. */
  readonly assignPattern: (name: string, pattern: string) => void;
  /** The same as `of`, but of a link that a word names: itself, not what it leads to. */
  readonly named: (word: string) => string | undefined;
  readonly links: PathLinks;
  /** Another script begins: in its own folder, and with no variables of the one before. */
  readonly begin: (folder: string | null) => void;
}

const variable = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

/** What another command gives, arguments of a function, forms that cut a value, and patterns: any file may be meant. */
const open = /\$[^A-Za-z_{]|\$\{(?:\W|\d|\w+[^\w}])|[*?[\]]/;

/** No person writes a longer path. */
const longest = 1024;

/** A path that is the same in every folder, whatever variables hold. */
const plain = /^(?!\/(?:dev|proc)\/)(?:\/[\w@%+,:=-][\w.@%+,:=-]*)+$/;
const isPlain = (word: string): boolean => word.length <= longest && plain.test(word);

/** What a person puts into a path is shorter. */
const longestValue = 256;

/** Forms of a pattern that are held for any text; variables are left as they are. */
const loose = (word: string): string =>
  word.replace(/\$(?:\{[^}$]*\}|.)|\[[^\][/]*\]|\?/g, (form) =>
    form.startsWith('$') ? form : '*',
  );

/**
 * Follows the folder and the variables of a script from command to command.
 *
 * @param valueOf what a variable has before any script sets it; `undefined` where nobody knows
 */
export function createPaths(valueOf: (name: string) => string | undefined): ScriptPaths {
  let folder = '';
  let values = new Map<string, string>();
  const links = createPathLinks();
  let unknown = 0;
  /** Stands for what is not known, and is like nothing else. */
  const another = (): string => `$#${(unknown += 1)}`;

  const spell = (word: string): string =>
    word.includes('$') && word.length <= longest
      ? word.replace(variable, (_, braced?: string, bare?: string) => {
          const name = braced ?? bare ?? '';
          const value = values.get(name) ?? valueOf(name);
          return value === undefined || value.length > longestValue ? `$${name}` : value;
        })
      : word;

  const within = (path: string): string | undefined => {
    if (path === '' || path === '-' || path.length > longest || path.startsWith('/dev/')) {
      return undefined;
    }
    const home = throughProcess(path, folder)
      .replace(/^\$HOME(?=\/|$)/, '~')
      .replace(/^~(?=\/|$)/, () => values.get('HOME') ?? valueOf('HOME') ?? '~');
    return tidy(/^(?:[/~$]|[A-Za-z]:\/)/.test(home) ? home : `${folder}/${home}`);
  };

  const named = (word: string): string | undefined => {
    if (isPlain(word)) return word;
    const path = open.test(word) ? undefined : within(spell(word));
    return path?.includes('*') ? undefined : path;
  };
  const of = (word: string): string | undefined => resolved(named(word));
  const like = (word: string): string | undefined => {
    if (isPlain(word)) return links.resolve(word);
    const pattern = loose(word);
    return open.test(pattern.replaceAll('*', '')) ? undefined : resolved(within(spell(pattern)));
  };
  const resolved = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : links.resolve(path);
  const enter = (word: string): void => {
    const entered = like(word) ?? another();
    folder = entered.length > longest ? another() : entered;
  };

  return {
    spell,
    of,
    like,
    enter,
    named,
    links,
    assignPattern(name, pattern) {
      values.set(name, pattern.length <= longestValue ? loose(pattern) : another());
    },
    assign(assignment) {
      const at = assignment.indexOf('=');
      const name = assignment.slice(0, at);
      const value = assignment.slice(at + 1);
      const spelled = open.test(value) ? undefined : spell(value);
      const short = spelled !== undefined && spelled.length <= longestValue;
      values.set(name, short ? spelled : another());
    },
    begin(start) {
      folder = '.';
      enter(start ?? '.');
      values = new Map();
    },
  };
}

/** A path by way of what `/proc` has of a process: its root is that of the build, and its folder the one of the script. */
const throughProcess = (path: string, folder: string): string =>
  path
    .replace(/^\/proc\/(?:self|thread-self|\d+)(?:\/task\/\d+)?\/root(?=\/|$)\/*/, '/')
    .replace(/^\/proc\/(?:self|thread-self)(?:\/task\/\d+)?\/cwd(?=\/|$)/, () => folder);

/** A path without the parts that lead nowhere. */
function tidy(path: string): string | undefined {
  if (!/(?:^|\/)\.|\/\/|\/$/.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '.' || part === '') continue;
    if (part !== '..') parts.push(part);
    // What is above a variable’s folder, or the first one, is not known.
    else if (parts.length === 0 || /^(?:\$|~$|\.\.$)/.test(parts.pop() ?? '')) return undefined;
  }
  const inside = parts.join('/');
  return path.startsWith('/') ? `/${inside}` : inside === '' ? '.' : inside;
}
