import type { Instruction } from './split-instructions.ts';
import { readList } from './split-words.ts';

const quoted = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

const nameOf = (program: string): string =>
  program
    .replace(/^.*[/\\]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();

/** The script of a RUN, and what reads it. A heredoc that stands alone is the script itself. */
export function runScript(
  { rest, heredocs }: Pick<Instruction, 'rest' | 'heredocs'>,
  shell: readonly string[],
): {
  readonly script: string;
  readonly shell: string;
  /** What the script stands for where no shell reads it, and it is a command by itself. */
  readonly words?: readonly string[];
  /** The words that a SHELL makes of it, where that is no shell with its options alone. */
  readonly within?: readonly string[];
  /** What the words tell the shell that reads it. */
  readonly options?: readonly string[];
} {
  const list = readList(rest);
  if (list) {
    return { script: list.map(quoted).join(' '), shell: nameOf(list[0] ?? ''), words: list };
  }
  const reads = nameOf(shell[0] ?? 'sh');
  const [first] = heredocs;
  if (first && /^\d*<<\S+$/.test(rest.trim())) {
    const [, program = '', argument = ''] = /^#!\s*(\S+)[ \t]*(\S*)/.exec(first.body) ?? [];
    const by = nameOf(program) === 'env' ? argument : program;
    const options = by === '' ? shell.slice(1) : argument.startsWith('-') ? [argument] : [];
    if (by !== '') return { script: first.body, shell: nameOf(by), options };
    const script = beforeIn(shell) + first.body;
    return { script, shell: reads, options, ...wordsWithin(script, shell) };
  }
  const bodies = heredocs.map(({ name, body }) => `\n${body}\n${name}`).join('');
  const script = beforeIn(shell) + rest + bodies;
  return { script, shell: reads, options: shell.slice(1), ...wordsWithin(script, shell) };
}

/** A shell that takes the script behind its options, the last of which says so; those of Windows join all their words. */
const plainShell = /^(?:(?:ba|da|z|k|a|mk|ok|y)?sh|powershell|pwsh|cmd)$/;
const plainOptions =
  /^(?:(?:[-+][a-zA-Z]+|--[a-z]+|errexit|nounset|pipefail|xtrace) )*-[a-zA-Z]*c$/;

const windowsShell = /^(?:powershell|pwsh|cmd)$/;
/** The option behind which one of them has a script, and what asks for something else: a file, or a text in base64. */
const takesCommand = /^-c(?:o\w*)?$|^\/[ck]$/i;
const takesOther = /^[-/](?:e|ec|en\w*|f(?:i\w*)?)$/i;

/** What changes nothing but how PowerShell reports. */
const preferences = /^(?:\s*\$\w+Preference\s*=\s*(?:'\w*'|"\w*"|\w+)\s*;?)*\s*$/;

/** The words of a SHELL of Windows that stand before the script, and are part of it. */
function beforeIn([program = '', ...options]: readonly string[]): string {
  if (!windowsShell.test(nameOf(program))) return '';
  const at = options.findIndex((word) => takesCommand.test(word));
  const before = at < 0 ? '' : options.slice(at + 1).join(' ');
  return preferences.test(before) ? '' : `${before} `;
}

/** Whether a shell of Windows reads what stands behind its options. */
const readsOnWindows = (name: string, options: readonly string[]): boolean =>
  !options.some((word) => takesOther.test(word)) &&
  (name === 'powershell' || options.some((word) => takesCommand.test(word)));

/** What a SHELL makes of a script; nothing where that is a shell which reads it. */
function wordsWithin(
  script: string,
  [program = '', ...options]: readonly string[],
): { readonly within?: readonly string[] } {
  const name = nameOf(program);
  const isPlain = windowsShell.test(name)
    ? readsOnWindows(name, options)
    : plainOptions.test(options.join(' '));
  return plainShell.test(name) && isPlain ? {} : { within: [program, ...options, script] };
}
