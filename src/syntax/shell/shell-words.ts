/** What a shell runs by its words. */
export interface ShellWords {
  /** Behind `-c`. */
  readonly script?: string | undefined;
  /** A file with the script. */
  readonly file?: string | undefined;
  /** What the script has for `$@`, behind what it has for `$0`. */
  readonly given: readonly string[];
  /** Whether it takes the script from its input. */
  readonly readsInput: boolean;
}

const valued = /^--(?:rcfile|init-file)$|^[-+]\w*[oO]$/;

/** Reads the words behind the name of a shell: options, and the script or its file behind them. */
export function readShellWords(words: readonly string[]): ShellWords {
  let at = 0;
  let options = '';
  for (let word = words[at]; word !== undefined && /^[-+]/.test(word); word = words[at]) {
    at += valued.test(word) ? 2 : 1;
    if (word === '-' || word === '--') break;
    if (/^-\w/.test(word)) options += word.slice(1);
  }
  const given = words.slice(at + 1);
  const operand = words[at];
  // It reads what it would run, and runs nothing of it.
  if (options.includes('n')) return { given, readsInput: false };
  if (options.includes('c')) return { script: operand, given: given.slice(1), readsInput: false };
  const readsInput = options.includes('s') || operand === undefined || operand === '/dev/stdin';
  return { given, readsInput, file: readsInput ? undefined : operand };
}
