/** How a server of OpenSSH was started. */
export interface SshdArguments {
  /** The file that it reads in place of the system's; absent where none was named. */
  readonly file?: string;
  /** Lines of sshd_config that outrank every file, in their order. */
  readonly lines: readonly string[];
}

const withValue = /^[CEbcfghkopu]$/;
const alone = /^[46DGQRTdeiqrtV]$/;

/**
 * Reads the arguments of sshd from the text of its /proc/PID/cmdline. A listener writes a title over them, in which they are parted
 * by blanks: `sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups`.
 *
 * @returns `undefined` for a process that serves a login, whose title names somebody, and `null` where the arguments were not understood
 * @see https://man.openbsd.org/sshd
 */
export function parseSshdArguments(text: string): SshdArguments | null | undefined {
  const [, title] = /^sshd: (.*?)\0*$/s.exec(text) ?? [];
  const isLogin = title !== undefined && !/ \[listener\] \d+ of \d+-\d+ startups$/.test(title);
  if (isLogin) return undefined;
  const words =
    title === undefined
      ? text.replace(/\0+$/, '').split('\0').slice(1)
      : title
          .replace(/ \[listener\] \S+ of \S+ startups$/, '')
          .split(' ')
          .slice(1);
  const lines: string[] = [];
  let file: string | undefined;
  let isServing = false;
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (word === '--' && words.length === 0) break;
    if (!word.startsWith('-') || word === '-') return null;
    for (let at = 1; at < word.length; at += 1) {
      const letter = word[at] ?? '';
      if (alone.test(letter)) {
        isServing ||= letter === 'i' || letter === 'R';
        continue;
      }
      if (!withValue.test(letter)) return null;
      const value = word.slice(at + 1) || words.shift();
      if (value === undefined) return null;
      // Of a title nobody can say where such a word ends.
      if (letter === 'o' && title !== undefined && !/^[^\s=]+=[^\s"'\\]+$/.test(value)) return null;
      if (letter === 'o') lines.push(value);
      if (letter === 'g') lines.push(`LoginGraceTime ${value}`);
      if (letter === 'f') file = value;
      break;
    }
  }
  if (isServing) return undefined;
  return file === undefined ? { lines } : { file, lines };
}
