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

const commands = /\b(?:chmod|mkdir)\b((?:\s+(?:-\S+|(?:"[^"]*"|'[^']*'|[^\s;&|)"']+)))+)/g;

/** The modes that the commands of a line give, of `chmod`, `mkdir -m` and `install -m`. */
export function modesIn(line: string): readonly string[] {
  const modes: string[] = [];
  for (const [command, words = ''] of line.matchAll(commands)) {
    const all = words.trim().split(/\s+/);
    if (command.startsWith('mkdir')) {
      const at = all.findIndex((word) => /^-\w*m$|^--mode$/.test(word));
      const joined = all.find((word) => word.startsWith('--mode='))?.slice('--mode='.length);
      const mode = joined ?? (at < 0 ? undefined : all[at + 1]);
      if (mode !== undefined) modes.push(mode);
      continue;
    }
    // A mode may take rights away, and so begin as options do.
    const mode = all.find((word) => !/^-(?:[a-zA-Z]*[RvcfhLPH]|-\S*)$/.test(word));
    if (mode !== undefined) modes.push(mode.replaceAll(/["']/g, ''));
  }
  for (const [, mode = ''] of line.matchAll(
    /\binstall\b[^;&|\n]{0,500}?\s(?:-m\s{0,9}|--mode[= ])(\S+)/g,
  )) {
    modes.push(mode);
  }
  return modes;
}
