const shellNames = /^(?:ba|da|z|k|a|fi|pw)?sh$/;

/** The words behind a shell's `-c`, or an `eval`; `undefined` where there are none. */
export function scriptOf(words: readonly string[]): string | undefined {
  const run = withoutLaunchers(words);
  const [program = '', ...rest] = run;
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (name === 'eval') return rest.join(' ');
  if (!shellNames.test(name) && name !== 'su') return undefined;
  const at = rest.findIndex((each) => /^-\w*c$/.test(each));
  return at < 0 ? undefined : rest[at + 1];
}

/** Whether a command is a shell that takes its script from what it is given. */
export function runsItsInput(words: readonly string[]): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  if (!shellNames.test(program.slice(program.lastIndexOf('/') + 1))) return false;
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

/** Programs that start the one behind them, with the options of theirs that take a value. */
const launchers: ReadonlyMap<string, RegExp> = new Map([
  ['sudo', /^-[ughpCTrt]$|^--(?:user|group|host|prompt|chdir)$/],
  ['doas', /^-[uC]$/],
  ['env', /^-[uCS]$/],
  ['exec', /^-a$/],
  ['nice', /^-n$/],
  ['ionice', /^-[cn]$/],
  ['timeout', /^-[ks]$/],
  ['stdbuf', /^-[ioe]$/],
  ['xargs', /^-[IndPLsEa]$/],
  ['command', /^$/],
  ['builtin', /^$/],
  ['nohup', /^$/],
  ['time', /^$/],
  ['eatmydata', /^$/],
  ['gosu', /^$/],
  ['su-exec', /^$/],
  ['chroot', /^$/],
  ['busybox', /^$/],
  ['toybox', /^$/],
]);

/** Those of them whose first operand is not yet what they start: a time, a user, a folder. */
const takesOperand: ReadonlySet<string> = new Set(['timeout', 'gosu', 'su-exec', 'chroot']);

/** Whether a command tells where another is, and does not start it: `command -v curl`. */
const onlyAsks = (name: string, option = ''): boolean =>
  name === 'command' && /^-p?[vV]$/.test(option);

/** A command without what only starts it: `sudo -u app env A=b make` is `make`. */
export function withoutLaunchers(words: readonly string[]): readonly string[] {
  let at = 0;
  for (;;) {
    const program = words[at] ?? '';
    const name = program.slice(program.lastIndexOf('/') + 1);
    const valued = launchers.get(name);
    if (valued === undefined || onlyAsks(name, words[at + 1])) {
      return at === 0 ? words : words.slice(at);
    }
    at += 1;
    while (at < words.length) {
      const each = words[at] ?? '';
      if (valued.test(each)) at += 2;
      else if (each.startsWith('-') || /^\w+=/.test(each)) at += 1;
      else break;
    }
    if (takesOperand.has(name)) at += 1;
  }
}
