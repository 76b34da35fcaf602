/** Where a command of sed may begin: behind its address, and behind what parts it from the last. */
const between = /[\s;{}!,~+\d$]/;

/** One thing that a script of sed does to a file. */
export type SedCommand =
  | {
      readonly does: 'replace';
      /** The pattern, as it is written. */
      readonly find: string;
      /** As it will stand in the file: `\n` begins a line, any other backslash goes. */
      readonly put: string;
    }
  /** Adds lines, or puts them in place of others. */
  | { readonly does: 'add'; readonly put: string }
  | { readonly does: 'delete' }
  | { readonly does: 'other' };

/** What sed puts into a file: replacements, and lines that it adds; what it looks for is left out. */
export const textsOfSed = (words: readonly string[]): readonly string[] =>
  words
    .flatMap((word) => sedCommands(word.replace(scriptOption, '')))
    .flatMap((command) => ('put' in command ? [command.put] : []));

/** An option that may stand in one word with a script. */
export const scriptOption = /^(?:-[nrEsuz]*e|--expression=)/;

/** Commands that change nothing of a file: they print, or go on. */
const harmless = /[=pPlqQnNhHgGxDbt:#]/;

/** What a script of sed does, command by command, whatever its addresses say. */
export function sedCommands(script: string): readonly SedCommand[] {
  const commands: SedCommand[] = [];
  let at = 0;
  /** Reads up to a mark that has no backslash before it. */
  const upTo = (mark: string): string => {
    const from = at;
    while (at < script.length && script[at] !== mark) at += script[at] === '\\' ? 2 : 1;
    const text = script.slice(from, at);
    at += 1;
    return text;
  };
  while (at < script.length) {
    const char = script[at] ?? '';
    at += 1;
    if (between.test(char)) continue;
    if (char === '/') upTo('/');
    else if (char === '\\' || char === 's' || char === 'y') {
      const mark = script[at] ?? '';
      at += 1;
      const find = upTo(mark);
      if (char === '\\') continue;
      const put = upTo(mark);
      // What `y` has are single letters.
      commands.push(char === 's' ? { does: 'replace', find, put: plain(put) } : { does: 'other' });
    } else if (char === 'a' || char === 'i' || char === 'c') {
      commands.push({ does: 'add', put: plain(upTo('\n').replace(/^\s*\\?\s*/, '')) });
    } else if (char !== 'I' && char !== 'M') {
      if (char === 'd') commands.push({ does: 'delete' });
      else if (!harmless.test(char)) commands.push({ does: 'other' });
      while (at < script.length && !/[;\n}]/.test(script[at] ?? '')) at += 1;
    }
  }
  return commands;
}

/** A text as it will stand in the file: `\n` begins a line, any other backslash goes. */
const plain = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, next: string) => (next === 'n' ? '\n' : next));
