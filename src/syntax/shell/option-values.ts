/** The values of options, in the same word or the next one. */
export const valuesIn = (words: readonly string[], option: RegExp | undefined): readonly string[] =>
  words.flatMap((word, at) => {
    const [whole] = option?.exec(word) ?? [];
    if (whole === undefined) return [];
    return [word.length > whole.length ? word.slice(whole.length) : (words[at + 1] ?? '')];
  });
