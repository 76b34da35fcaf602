/** What is shorter stands in any sentence by chance; a number is a word of its own. */
const shortest = { text: 3, number: 2 } as const;

/** What is longer stands nowhere by chance, and may have been cut within a word. */
const longestByChance = 60;

/** Words that stand so often within longer ones are taken for none: each look costs time. */
const mostLooks = 20;

const wordy = /[\w-]/;

/** A text in one line, as sentences quote it. */
export const inLine = (text: string): string =>
  (/\s\s|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ') : text).trim();

/**
 * How many characters of a value a sentence quotes: the whole of it, some words behind its colon, or how it begins; one
 * more where those words are the whole value. Of a list it is those of the item that it quotes most.
 *
 * @param sentence in one line
 */
export function quotedIn(sentence: string): (value: unknown) => number {
  const colon = sentence.indexOf(': ');
  const tail = colon < 0 ? '' : sentence.slice(colon + 2);
  const words = tail.split('; ', 1)[0] ?? '';
  const quoted = (value: unknown): number => {
    if (typeof value === 'number') {
      const text = String(value);
      return text.length >= shortest.number && holds(sentence, text) ? text.length : 0;
    }
    if (typeof value !== 'string') return 0;
    const text = inLine(value);
    if (text === words) return text.length < shortest.text ? 0 : text.length + 1;
    return Math.max(
      words.length >= shortest.text && holds(text, words) ? words.length : 0,
      text.length >= shortest.text && holds(sentence, text) ? text.length : 0,
      // A script holds the sign that stands between two failures itself.
      text.includes('; ') ? sameBeginning(tail, text) : 0,
    );
  };
  // What is read of an assessment may be nested without end: no list within a list is looked into.
  return (value) =>
    Array.isArray(value)
      ? value.reduce((most: number, item) => Math.max(most, quoted(item)), 0)
      : quoted(value);
}

/** How far two texts are the same, from where they begin. */
export function sameBeginning(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at;
}

/** Whether words stand in a text, and not within longer ones. */
function holds(text: string, words: string): boolean {
  let at = text.indexOf(words);
  if (words.length > longestByChance) return at >= 0;
  for (let looks = 0; at >= 0 && looks < mostLooks; looks += 1) {
    if (!runsOn(text, at) && !runsOn(text, at + words.length)) return true;
    at = text.indexOf(words, at + 1);
  }
  return false;
}

/** Whether a word goes on across a place in a text. */
const runsOn = (text: string, at: number): boolean =>
  wordy.test(text.charAt(at - 1)) && wordy.test(text.charAt(at));
