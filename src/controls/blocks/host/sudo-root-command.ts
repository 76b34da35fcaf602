import { sudoRootPrograms } from '../../../knowledge/sudo-root-programs.ts';
import { pastLauncher } from '../../../syntax/shell/launchers.ts';
import { withoutDigests } from '../../../syntax/sudoers/sudoers-command.ts';
import { enginePrograms, leavesArgumentsOpen, sudoAllows } from './sudo-command.ts';

const names = [...sudoRootPrograms.keys()];

/** The suffixes that distributions add to the names of programs with several builds. */
const build = /(?:[-.]?\d[\d.]*|\.(?:basic|tiny|nox|gtk3?|athena|busybox|openbsd|traditional))$/;

/** Whether a word leaves a choice to the person, as sudo reads it. */
const isOpen = (word: string): boolean => /[*?[]|^\^/.test(word.replaceAll(/\\./g, ''));

/**
 * Whether a command of a sudoers rule lets the person start any program, or write any file, so that it is the same as
 * `ALL`. `ALL` itself, and what was not read, are not its concern.
 */
export function givesRoot(command: string): boolean {
  const [path = '', ...words] = withoutDigests(command).split(/\s+/);
  if (!path.startsWith('/')) return false;
  if (/[*?[\\]|\/$/.test(path)) return sudoAllows(path, names) === 'yes';
  return startsAny(path, words);
}

function startsAny(path: string, words: readonly string[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const program = sudoRootPrograms.get(name) ?? sudoRootPrograms.get(name.replace(build, ''));
  if (program === undefined) return false;
  if (program.with === 'always') return true;
  // Without arguments sudo takes any; two quotes stand for none.
  if (words.length === 0) return true;
  const given = words.filter((word) => word !== '""');
  const [first = ''] = given;
  if (program.harmful?.includes(first) === true) return true;
  if (program.harmless?.includes(first) === true) return false;
  if (program.with === 'script') return !namesScript(given);
  if (becomes.has(name)) return becomesRoot(given);
  // What it starts is the program in question.
  const all = [name, ...given];
  const next = pastLauncher(all, 0);
  if (next === undefined) return leavesArgumentsOpen([path, ...words].join(' '));
  if (all.slice(1, next).some(isOpen)) return true;
  const [inner, ...rest] = all.slice(next);
  // By itself it starts a shell, or only prints something.
  if (inner === undefined) return shells.has(name);
  const isEngine = enginePrograms.includes(inner.slice(inner.lastIndexOf('/') + 1));
  if (isOpen(inner) || (isEngine && leavesArgumentsOpen(all.slice(next).join(' ')))) return true;
  return startsAny(inner, rest.length === 0 ? ['""'] : rest);
}

/** Programs that start a shell where no program is named. */
const shells: ReadonlySet<string> = new Set(['chroot', 'nsenter', 'unshare']);

/** Whether what stands behind an interpreter names one script, or is one, so that nothing else is run. */
function namesScript(words: readonly string[]): boolean {
  const at = words.findIndex((word) => !word.startsWith('-'));
  const options = at < 0 ? words : words.slice(0, at);
  return (
    at >= 0 &&
    !isOpen(words[at] ?? '') &&
    !options.some((word) => isInteractive(word) || isOpen(word)) &&
    !isCode(options, words.slice(at))
  );
}

/** Whether an option, or one among several letters, makes a shell read what a person types. */
const isInteractive = (word: string): boolean =>
  word.startsWith('--') ? /^--(?:login|interactive)/.test(word) : /[si]/.test(word);

/** Whether a text of code that leaves something open is run. */
const isCode = (options: readonly string[], words: readonly string[]): boolean =>
  options.some((word) => /^-\w*[cerp]$|^--(?:eval|print)/.test(word)) && words.some(isOpen);

const becomes: ReadonlySet<string> = new Set(['su', 'runuser']);

/** Options of `su` with a value of their own. */
const valued = /^-[cgGswTu]$|^--(?:command|group|supp-group|shell|whitelist-environment|user)$/;

/** Whether `su` is left to become root with a shell of its own. */
function becomesRoot(words: readonly string[]): boolean {
  if (words.some(isOpen)) return true;
  let user = '';
  let isFixed = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    isFixed ||= /^-\w*c$|^--command/.test(word);
    if (valued.test(word)) at += 1;
    else if (!word.startsWith('-') && user === '') user = word;
  }
  return !isFixed && (user === '' || user === 'root');
}
