/** A person writes fewer alternatives than this in one word, and shorter ones. */
const manyWords = 200;
const longest = 2000;

/** The innermost list or range in braces. */
const list = /(?<!\$)\{((?:[^{},]|\$\{[^{}]*\})*(?:,(?:[^{},]|\$\{[^{}]*\})*)+)\}/;
const range = /(?<!\$)\{(-?\d+|[A-Za-z])\.\.(-?\d+|[A-Za-z])(?:\.\.(-?\d+))?\}/;

/** The words that lists and ranges in braces stand for: `/a/{b,c}` is `/a/b` and `/a/c`; itself where they are too many. */
export function expandBraces(word: string): readonly string[] {
  if (word.length > longest) return [word];
  let words: readonly string[] = [word];
  for (;;) {
    const next = [...new Set(words.flatMap(expandOne))];
    if (next.length > manyWords) return [word];
    if (next.every((each, at) => each === words[at])) return words;
    words = next;
  }
}

function expandOne(word: string): readonly string[] {
  const found = list.exec(word) ?? range.exec(word);
  if (found === null) return [word];
  const before = word.slice(0, found.index);
  const behind = word.slice(found.index + found[0].length);
  return alternatives(found).map((each) => `${before}${each}${behind}`);
}

function alternatives([, first = '', last, step]: RegExpExecArray): readonly string[] {
  if (last === undefined) return first.split(',');
  const isNumber = /\d$/.test(first) && /\d$/.test(last);
  const from = isNumber ? Number(first) : first.charCodeAt(0);
  const to = isNumber ? Number(last) : last.charCodeAt(0);
  const by = Math.max(1, Math.abs(Number(step ?? 1)));
  const count = Math.floor(Math.abs(to - from) / by) + 1;
  // One alternative too many says that there are too many.
  return Array.from({ length: Math.min(count, manyWords + 1) }, (_, nth) => {
    const at = from + (to < from ? -nth : nth) * by;
    return isNumber ? String(at) : String.fromCharCode(at);
  });
}

/** What each way to choose one text of every list comes to; a single text, of the first of each, where they are too many. */
export function choicesOf(lists: readonly (readonly string[])[]): readonly string[] {
  let words: readonly string[] = [''];
  for (const each of lists) {
    const [only = ''] = each;
    const many = words.length * each.length > manyWords;
    words = words.flatMap((word) => (many ? [only] : each).map((text) => word + text));
  }
  return words;
}
