/** Results for texts that take long to compute. */
export interface KnownTexts {
  readonly has: (text: string) => boolean;
  /** Remembers a text, unless it is longer than it pays to keep. */
  readonly add: (text: string) => void;
}

/** Remembers at most so many texts of at most so many characters; beyond that it begins anew. */
export function createKnownTexts(bounds: {
  readonly texts: number;
  readonly characters: number;
}): KnownTexts {
  const known = new Set<string>();
  return {
    has: (text) => known.has(text),
    add: (text) => {
      if (text.length > bounds.characters) return;
      if (known.size >= bounds.texts) known.clear();
      // A piece of a file would keep the whole of it.
      known.add(Buffer.from(text).toString());
    },
  };
}
