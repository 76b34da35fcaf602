import { oncePerList } from '../once-per-list.ts';
import { basename } from './base-name.ts';

/** Names of shells, and the variable that has the path of the one that somebody uses. */
export const shellNames = /^(?:(?:ba|da|z|k|a|fi|pw)?sh|\$SHELL|\$\{SHELL\})$/;

/** Programs that become another user, and hand what is behind their `-c` to the shell of that one. */
const becomes: ReadonlySet<string> = new Set(['su', 'runuser']);

/** The words behind a shell's `-c`, or an `eval`; `undefined` where there are none. */
export function scriptOf(words: readonly string[]): string | undefined {
  const run = withoutLaunchers(words);
  const [program = '', ...rest] = run;
  const name = basename(program);
  if (name === 'eval') return rest.join(' ');
  if (!shellNames.test(name) && !becomes.has(name)) return undefined;
  const at = rest.findIndex((each) => /^-\w*c$/.test(each));
  return at < 0 ? undefined : rest[at + 1];
}

/** Every script that a command hands to a shell, or keeps for the end of its own: behind `-c`, of `eval`, `trap` and `find`. */
export function scriptsOf(words: readonly string[]): readonly string[] {
  const run = withoutLaunchers(words);
  const [name = '', ...rest] = run;
  if (name === 'trap') return rest.filter((word) => !word.startsWith('-')).slice(0, 1);
  if (basename(name) === 'find') return foundRuns(run).flatMap((each) => scriptOf(each) ?? []);
  const script = scriptOf(run);
  return script === undefined ? [] : [script];
}

/** What `find` runs for what it finds. */
export function foundRuns(words: readonly string[]): readonly (readonly string[])[] {
  const starts = [...words.keys()].filter((at) => /^-(?:exec|ok)(?:dir)?$/.test(words[at] ?? ''));
  return starts.map((at, nth) => withoutLaunchers(words.slice(at + 1, starts[nth + 1])));
}

/** Whether a command is a shell that takes its script from what it is given. */
export function runsItsInput(words: readonly string[]): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  if (!shellNames.test(basename(program))) return false;
  if (rest.some((each) => /^-\w*c$/.test(each)) || onlyChecks(rest)) return false;
  if (rest.some((each) => /^-\w*s$/.test(each))) return true;
  const operands = withoutValues(rest).filter((each) => !each.startsWith('-'));
  return operands.length === 0 || operands[0] === '/dev/stdin';
}

/** Options of shells that take a value of their own. */
const withoutValues = (words: readonly string[]): readonly string[] =>
  words.filter((each, at) => !/^[-+][oO]$/.test(words[at - 1] ?? '') && each !== '-');

/** Whether a shell reads its script and runs nothing of it (`-n`), as its options before any operand say. */
function onlyChecks(words: readonly string[]): boolean {
  const options = withoutValues(words);
  const end = options.findIndex((each) => each === '--' || !each.startsWith('-'));
  return options.slice(0, end < 0 ? options.length : end).some((each) => /^-[A-Za-z]*n/.test(each));
}

/** How the words of a program lead to the one that it starts. */
interface Launcher {
  /** Its options that take a value of their own; none where absent. */
  readonly valued?: RegExp;
  /** What it takes before what it starts: a time, a user, a folder; 0 where absent. */
  readonly operands?: number;
  /** The word with which it starts anything at all; without one it always does. */
  readonly verb?: string;
  /** Whether numbers may stand before what it starts: of tries, and of seconds. */
  readonly numbers?: boolean;
}

/** Programs that start another one, by name. */
const launchers: ReadonlyMap<string, Launcher> = new Map<string, Launcher>([
  ['sudo', { valued: /^-[ughpCTrt]$|^--(?:user|group|host|prompt|chdir)$/ }],
  ['doas', { valued: /^-[uC]$/ }],
  [
    'setpriv',
    { valued: /^--(?:r?e?[ug]id|groups|(?:inh|ambient)-caps|bounding-set|securebits|pdeathsig)$/ },
  ],
  ['chpst', { valued: /^-[uUbe/CnlLmdopfc]$/ }],
  ['s6-setuidgid', { operands: 1 }],
  ['gosu', { operands: 1 }],
  ['su-exec', { operands: 1 }],
  ['chroot', { operands: 1 }],
  ['env', { valued: /^-[uCS]$|^--(?:unset|chdir|split-string)$/ }],
  ['exec', { valued: /^-a$/ }],
  ['nice', { valued: /^-n$|^--adjustment$/ }],
  ['ionice', { valued: /^-[cn]$|^--class(?:data)?$/ }],
  ['timeout', { valued: /^-[ks]$|^--(?:kill-after|signal)$/, operands: 1 }],
  ['stdbuf', { valued: /^-[ioe]$|^--(?:input|output|error)$/ }],
  ['xargs', { valued: /^-[IndPLsEa]$/ }],
  ['tini', { valued: /^-[pe]$/ }],
  ['tini-static', { valued: /^-[pe]$/ }],
  ['docker-init', { valued: /^-[pe]$/ }],
  ['dumb-init', { valued: /^(?:-r|--rewrite)$/ }],
  ['catatonit', {}],
  ['command', {}],
  ['builtin', {}],
  ['fakeroot', {}],
  ['linux32', {}],
  ['linux64', {}],
  ['setsid', {}],
  ['nohup', {}],
  ['time', {}],
  ['eatmydata', {}],
  ['busybox', {}],
  ['toybox', {}],
  ['bundle', { verb: 'exec' }],
  ['pipenv', { verb: 'run' }],
  ['poetry', { verb: 'run' }],
  ['uv', { verb: 'run' }],
]);

/** The names of programs that are known to start another one. */
export const launcherNames: readonly string[] = [...launchers.keys()];

/** What people call a function or a script that tries again what stands behind it: `retry 3 apt-get update`. */
const again = /^(?:\w+[_-])?retry(?:\.sh)?$/;
const tries: Launcher = { numbers: true };

const launcherOf = (name: string): Launcher | undefined =>
  launchers.get(name) ?? (again.test(name) ? tries : undefined);

/** Whether a command tells where another is, and does not start it: `command -v curl`. */
const onlyAsks = (name: string, option = ''): boolean =>
  name === 'command' && /^-p?[vV]$/.test(option);

/**
 * Where the program stands that the one at `at` only starts, behind the options of that, their values and settings of
 * the environment; `undefined` where it starts none.
 */
export function pastLauncher(words: readonly string[], at: number): number | undefined {
  const name = basename(words[at] ?? '');
  const launcher = launcherOf(name);
  if (launcher === undefined || onlyAsks(name, words[at + 1])) return undefined;
  const { valued, operands = 0, verb, numbers = false } = launcher;
  const before = numbers ? /^\w+=|^\d+$/ : /^\w+=/;
  let next = at + 1;
  if (verb !== undefined) {
    if (words[next] !== verb) return undefined;
    next += 1;
  }
  for (let each = words[next]; each !== undefined; each = words[next]) {
    if (valued?.test(each) === true) next += 2;
    else if (each.startsWith('-') || before.test(each)) next += 1;
    else break;
  }
  return next + operands;
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
