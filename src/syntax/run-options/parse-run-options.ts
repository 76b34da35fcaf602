/** One option of `docker run` as it is written. */
export interface RunOption {
  /** Its long name, without the dashes. */
  readonly name: string;
  /** What it is given; `'true'` of a switch without a value. */
  readonly value: string;
  /** Which word its value stands in. */
  readonly at: number;
}

/** The options of a command, and the words that are none. */
export interface RunOptions {
  readonly options: readonly RunOption[];
  /** Words, by their numbers, that are no option that `docker run` knows, or lack a value. Behind one that is taken for the image no option is read. */
  readonly unknown: readonly number[];
}

/** Which options there are. */
export interface KnownOptions {
  /** By the long name, whether it takes a value, or is a switch, which takes one only behind `=`. */
  readonly kinds: ReadonlyMap<string, 'value' | 'switch'>;
  /** The long name of each letter. */
  readonly short: ReadonlyMap<string, string>;
}

/** Reads words as `docker run` reads those before the image. */
export function parseRunOptions(
  words: readonly string[],
  { kinds, short }: KnownOptions,
): RunOptions {
  const options: RunOption[] = [];
  const unknown: number[] = [];
  let at = 0;
  const give = (name: string, own: string | undefined): void => {
    const kind = kinds.get(name);
    if (kind === undefined) unknown.push(at);
    else if (kind === 'switch') options.push({ name, value: own ?? 'true', at });
    else if (own !== undefined) options.push({ name, value: own, at });
    else if (at + 1 < words.length) {
      at += 1;
      options.push({ name, value: words[at] ?? '', at });
    } else unknown.push(at);
  };
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, long, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (long !== undefined) give(long, value);
    else if (/^-[^-]/.test(word)) {
      for (const each of lettersOf(word.slice(1), { kinds, short })) give(...each);
    } else {
      // It is taken for the image, and all behind it for its command.
      unknown.push(at);
      break;
    }
  }
  return { options, unknown };
}

/** Letters in a row are switches up to the first that takes a value, which is the rest. */
function lettersOf(
  letters: string,
  { kinds, short }: KnownOptions,
): readonly (readonly [name: string, value: string | undefined])[] {
  const found: (readonly [string, string | undefined])[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const name = short.get(letters[at] ?? '') ?? '';
    const rest = letters.slice(at + 1);
    if (kinds.get(name) !== 'switch' || rest.startsWith('=')) {
      return [...found, [name, rest === '' ? undefined : rest.replace(/^=/, '')]];
    }
    found.push([name, undefined]);
  }
  return found;
}
