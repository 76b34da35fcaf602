/** One setting of auditd.conf, its name and its word in small letters but for names of files; lines are counted from 1. */
export interface AuditdSetting {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** A line that auditd does not start with. */
export interface AuditdProblem {
  readonly code: 'incomplete' | 'no-equal-sign' | 'too-long';
  readonly line: number;
}

/** Characters of a line; auditd passes over longer ones. */
const charactersAtMost = 158;

/**
 * Reads auditd.conf: a name, an equal sign and a word, with blanks between the three; behind the word `exec` stands a
 * program. A `#` at the beginning makes a comment.
 *
 * @see https://man7.org/linux/man-pages/man5/auditd.conf.5.html
 */
export function parseAuditdConf(text: string): {
  readonly tree: readonly AuditdSetting[];
  readonly problems: readonly AuditdProblem[];
} {
  const tree: AuditdSetting[] = [];
  const problems: AuditdProblem[] = [];
  for (const [at, physical] of text.split('\n').entries()) {
    const line = at + 1;
    const [name, sign, value, option, ...rest] = physical
      .split(/[ \t\r]+/)
      .filter((word) => word !== '');
    if (name === undefined || name.startsWith('#')) continue;
    if (physical.length > charactersAtMost) problems.push({ code: 'too-long', line });
    else if (sign !== '=') problems.push({ code: 'no-equal-sign', line });
    else if (value === undefined || rest.length > 0) problems.push({ code: 'incomplete', line });
    else if (option !== undefined && !value.toLowerCase().startsWith('exec')) {
      problems.push({ code: 'incomplete', line });
    } else {
      const isPath = value.startsWith('/');
      tree.push({ name: name.toLowerCase(), value: isPath ? value : value.toLowerCase(), line });
    }
  }
  return { tree, problems };
}
