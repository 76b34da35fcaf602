import { basename } from '../base-name.ts';
import { commandsOf } from '../shell/steps.ts';

const writeForOthers = 0o002;
const sticky = 0o1000;

/** Whether a mode as chmod takes it gives everybody the right to write, with nothing that keeps others' files safe. */
export function givesWrite(mode: string): boolean {
  if (/^[0-7]{3,5}$/.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    return (bits & writeForOthers) !== 0 && (bits & sticky) === 0;
  }
  const clauses = mode.split(',').map((clause) => /^([ugoa]*)([-+=])([rwxXst]*)$/.exec(clause));
  if (clauses.some((clause) => clause === null)) return false;
  const given = (right: string, to: RegExp): boolean =>
    clauses.some((clause) => {
      const [, who = '', operator, rights = ''] = clause ?? [];
      return operator !== '-' && to.test(who) && rights.includes(right);
    });
  return given('w', /[oa]/) && !given('t', /.*/);
}

/** Whether a mode lets a program run as its owner or group whoever starts it. */
export function givesIdentity(mode: string): boolean {
  if (/^[0-7]{4,5}$/.test(mode)) return (Number.parseInt(mode, 8) & 0o6000) !== 0;
  return mode.split(',').some((clause) => /^[ugoa]*[+=][rwxXt]*s/.test(clause));
}

/** Programs that set modes: where the mode stands behind an option, and where it is the first operand. */
const modeOption: Readonly<Record<string, RegExp>> = {
  mkdir: /^-[a-zA-Z]*m$|^--mode$/,
  install: /^-[a-zA-Z]*m$|^--mode$/,
};

/** The modes that a script gives, with `chmod`, `mkdir -m` and `install -m`. */
export function modesIn(script: string): readonly string[] {
  return commandsOf(script).flatMap(([program = '', ...words]) => {
    const name = basename(program);
    // A mode may take rights away, and so begin as options do.
    if (name === 'chmod') {
      return words.find((word) => !/^-(?:[a-zA-Z]*[RvcfhLPH]|-\S*)$/.test(word)) ?? [];
    }
    const option = Object.hasOwn(modeOption, name) ? modeOption[name] : undefined;
    if (option === undefined) return [];
    const joined = words.find((word) => /^(?:--mode=|-m[0-7ugoa])/.test(word));
    if (joined !== undefined) return joined.replace(/^(?:--mode=|-m)/, '');
    const at = words.findIndex((word) => option.test(word));
    return at < 0 ? [] : (words[at + 1] ?? []);
  });
}
