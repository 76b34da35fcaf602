import { basename } from '../base-name.ts';
import { commandsOf } from '../shell/steps.ts';

/** The files by which the system knows who is who, and who may become root. */
const files = [
  ...['/etc/passwd', '/etc/shadow', '/etc/group', '/etc/gshadow'],
  ...['/etc/sudoers', '/etc/sudoers.d'],
] as const;

/** Whether a path is one of them, or lies among them. */
export const isAccountFile = (path: string): boolean =>
  files.some((file) => path === file || path.startsWith('/etc/sudoers.d/'));

/** Whether a script leaves one of them to others than root; what comes last counts. */
export function opensAccountFiles(script: string): boolean {
  const writable = new Set<string>();
  const owned = new Set<string>();
  for (const [first = '', ...words] of commandsOf(script)) {
    const program = basename(first);
    if (program !== 'chmod' && program !== 'chown') continue;
    const { deep, subject, paths } = takeApart(words);
    const set = program === 'chmod' ? writable : owned;
    const opens = program === 'chmod' ? letsOthersWrite(subject) : isOfAnother(subject);
    if (opens === undefined) continue;
    for (const file of reached(paths, deep)) {
      if (opens) set.add(file);
      else set.delete(file);
    }
  }
  return writable.size > 0 || owned.size > 0;
}

/** A mode may take rights away, and so begin as options do. */
const option = /^-(?:[a-zA-Z]*[RvcfhLHP]|-\S*)$/;

/** What `chmod` and `chown` are given: a mode or an owner, and paths behind it. */
function takeApart(words: readonly string[]) {
  const at = words.findIndex((word) => !option.test(word));
  const [subject = '', ...paths] = at < 0 ? [] : words.slice(at);
  const deep = words.some((word) => /^-(?:[a-zA-Z]*R|-recursive$)/.test(word));
  return { deep, subject, paths: paths.filter((path) => !option.test(path)) };
}

/** The files that paths are, and those below them where all is changed that is there. */
const reached = (paths: readonly string[], deep: boolean): readonly string[] =>
  paths.flatMap((path) => {
    const folder = path.endsWith('/') ? path.slice(0, -1) : path;
    if (isAccountFile(folder)) return [folder];
    return deep ? files.filter((file) => file.startsWith(`${folder}/`)) : [];
  });

/**
 * Whether a mode gives anybody but the owner the right to write; `undefined` where it says nothing of it. The group of
 * these files is root's, and so is that of whoever runs by a number alone.
 */
export function letsOthersWrite(mode: string): boolean | undefined {
  if (/^[0-7]{3,5}$/.test(mode)) return (Number.parseInt(mode, 8) & 0o022) !== 0;
  let answer: boolean | undefined;
  for (const clause of mode.split(',')) {
    const [, who, operator, rights] = /^([ugoa]*)([-+=])([rwxXstugo]*)$/.exec(clause) ?? [];
    // Without anybody named, what the mask of the process takes away is not given: it leaves the owner alone.
    if (who === undefined || rights === undefined || !/[goa]/.test(who)) continue;
    const writes = /[wu]/.test(rights);
    if (operator === '-' ? writes : operator === '=' || writes) answer = operator !== '-' && writes;
  }
  return answer;
}

/** Whether an owner is somebody else than root; `undefined` where only a group is named. */
function isOfAnother(owner: string): boolean | undefined {
  const [, name = ''] = /^([^:.]*)/.exec(owner) ?? [];
  return name === '' ? undefined : !/^(?:root|0+)$/.test(name);
}
