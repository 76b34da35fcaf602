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
    const within = by === '' ? { ...wordsWithin(first.body, shell) } : {};
    return { script: first.body, shell: by === '' ? reads : nameOf(by), options, ...within };
  }
  const bodies = heredocs.map(({ name, body }) => `\n${body}\n${name}`).join('');
  const script = rest + bodies;
  return { script, shell: reads, options: shell.slice(1), ...wordsWithin(script, shell) };
}

/** A shell that takes the script behind its options, the last of which says so; those of Windows join all their words. */
const plainShell = /^(?:(?:ba|da|z|k|a|mk|ok|y)?sh|powershell|pwsh|cmd)$/;
const plainOptions =
  /^(?:(?:[-+][a-zA-Z]+|--[a-z]+|errexit|nounset|pipefail|xtrace) )*-[a-zA-Z]*c$/;

/** What a SHELL makes of a script; nothing where that is a shell which reads it. */
function wordsWithin(
  script: string,
  [program = '', ...options]: readonly string[],
): { readonly within?: readonly string[] } {
  const name = nameOf(program);
  const isPlain = /^(?:powershell|pwsh|cmd)$/.test(name) || plainOptions.test(options.join(' '));
  return plainShell.test(name) && isPlain ? {} : { within: [program, ...options, script] };
}
