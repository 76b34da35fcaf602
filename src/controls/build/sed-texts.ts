/** Where a command of sed may begin: behind its address, and behind what parts it from the last. */
const between = /[\s;{}!,~+\d$]/;

/** What sed puts into a file: replacements, and lines that it adds; what it looks for is left out. */
export const textsOfSed = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => textsOfScript(word.replace(scriptOption, '')));

/** An option that may stand in one word with a script. */
const scriptOption = /^(?:-[nrEsuz]*e|--expression=)/;

function textsOfScript(script: string): readonly string[] {
  const texts: string[] = [];
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
      upTo(mark);
      if (char === '\\') continue;
      const put = upTo(mark);
      // What `y` has are single letters.
      if (char === 's') texts.push(plain(put));
    } else if (char === 'a' || char === 'i' || char === 'c') {
      texts.push(plain(upTo('\n').replace(/^\s*\\?\s*/, '')));
    } else if (char !== 'I' && char !== 'M') {
      while (at < script.length && !/[;\n}]/.test(script[at] ?? '')) at += 1;
    }
  }
  return texts;
}

/** A text as it will stand in the file: `\n` begins a line, any other backslash goes. */
const plain = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, next: string) => (next === 'n' ? '\n' : next));
