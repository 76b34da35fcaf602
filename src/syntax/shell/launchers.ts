import { oncePerList } from '../once-per-list.ts';
import { basename } from './base-name.ts';
import { programCalled } from './program-called.ts';
import { shellNames } from './programs.ts';
import { readShellWords } from './shell-words.ts';

/** Programs that become another user, and hand what is behind their `-c` to the shell of that one. */
const becomes: ReadonlySet<string> = new Set(['su', 'runuser']);

/** The words behind a shell's `-c`, or an `eval`; `undefined` where there are none. */
export function scriptOf(words: readonly string[]): string | undefined {
  const [program = '', ...rest] = withoutLaunchers(words);
  const name = basename(program);
  if (name === 'eval') return rest.join(' ');
  if (becomes.has(name)) {
    const at = rest.findIndex((each) => /^-\w*c$/.test(each));
    return at < 0 ? undefined : rest[at + 1];
  }
  return shellNames.test(name) ? readShellWords(rest).script : undefined;
}

/** A command by the script that a shell runs with it: `bash ./gradlew build` is `./gradlew build`. */
export function withoutShell(words: readonly string[]): readonly string[] {
  const [program = '', ...rest] = words;
  if (!shellNames.test(basename(program))) return words;
  const { file } = readShellWords(rest);
  return file === undefined ? words : words.slice(words.indexOf(file, 1));
}

/** What `find` runs for what it finds. */
export function foundRuns(words: readonly string[]): readonly (readonly string[])[] {
  const starts = [...words.keys()].filter((at) => /^-(?:exec|ok)(?:dir)?$/.test(words[at] ?? ''));
  return starts.map((at, nth) => withoutLaunchers(words.slice(at + 1, starts[nth + 1])));
}

/** Whether a command is a shell that takes its script from what it is given. */
export function runsItsInput(words: readonly string[]): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  return shellNames.test(basename(program)) && readShellWords(rest).readsInput;
}

/** Whether a command tells where another is, and does not start it: `command -v curl`. */
const onlyAsks = (name: string, option = ''): boolean =>
  name === 'command' && /^-p?[vV]$/.test(option);

/**
 * Where the program stands that the one at `at` only starts, behind the options of that, their values and settings of
 * the environment; `undefined` where it starts none.
 */
export function pastLauncher(words: readonly string[], at: number): number | undefined {
  const name = basename(words[at] ?? '');
  const program = programCalled(name);
  if (program.starts !== true || onlyAsks(name, words[at + 1])) return undefined;
  const { valued, operands = 0, verb, when, script, numbers = false } = program;
  const before = numbers ? /^\w+=|^\d+$/ : /^\w+=/;
  let next = at + 1;
  if (verb !== undefined) {
    while (words[next]?.startsWith('-') === true) next += valued?.test(words[next] ?? '') ? 2 : 1;
    if (!verb.test(words[next] ?? '')) return undefined;
    next += 1;
  }
  let isAsked = when === undefined;
  for (let each = words[next]; each !== undefined; each = words[next]) {
    isAsked ||= when?.test(each) === true;
    if (valued?.test(each) === true) next += 2;
    else if (each.startsWith('-') || before.test(each)) next += 1;
    else break;
  }
  next += operands;
  return isAsked && script?.test(words[next] ?? '') !== true ? next : undefined;
}

/** A command without what only starts it: `sudo -u app env A=b make` is `make`. */
export const withoutLaunchers = oncePerList((words): readonly string[] => {
  let at = 0;
  for (;;) {
    const next = pastLauncher(words, at);
    if (next === undefined) return at === 0 ? words : words.slice(at);
    at = next;
  }
});

/** The words of each program of a command that only starts another, and those of the last one, behind one another. */
export function startedParts(words: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  let at = 0;
  for (let next = pastLauncher(words, at); next !== undefined && next < words.length;) {
    parts.push(words.slice(at, next));
    at = next;
    next = pastLauncher(words, at);
  }
  return [...parts, words.slice(at)];
}
