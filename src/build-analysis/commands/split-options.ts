/** The options of a program that take a value; those of one letter may stand behind others. */
export interface Valued {
  /** Letters that take a value, in the same word or the next one. */
  readonly letters: string;
  /** Long options that take a value, without dashes. */
  readonly names: ReadonlySet<string>;
}

/** The words of a command, taken apart. */
export interface TakenApart {
  /** The values of each option, `''` where it has none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Takes the words behind a program apart. */
export function takeApart({ letters, names }: Valued, rest: readonly string[]): TakenApart {
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  const set = (name: string, value: string): void => {
    const values = options.get(name);
    if (values) values.push(value);
    else options.set(name, [value]);
  };
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      if (equals >= 0) set(name, word.slice(equals + 1));
      else if (names.has(name)) set(name, rest[(at += 1)] ?? '');
      else set(name, '');
    } else if (word.startsWith('-') && word !== '-') {
      let place = 1;
      for (; place < word.length && !letters.includes(word.charAt(place)); place += 1) {
        set(word.charAt(place), '');
      }
      if (place === word.length) continue;
      const value = word.slice(place + 1);
      set(word.charAt(place), value === '' ? (rest[(at += 1)] ?? '') : value);
    } else operands.push(word);
  }
  return { options, operands };
}
