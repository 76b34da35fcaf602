import type { Command } from './command.ts';
import { joined, partOf, type Placed } from './placed-text.ts';

/** Programs that print what their words say. */
const prints = new Set(['echo', 'print', 'yes', 'write-output', 'write-host']);

/** Programs whose words hold a text that makes them print something. */
const codes =
  /^(?:python|pypy|perl|ruby|node|nodejs|php|awk|gawk|mawk|nawk|jq|lua|deno|bun|tclsh)[\d.]*$/;

const literal = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g;

/** How a format says where a word goes, or that a line ends. */
const verb = /%(?:%|[-+ #0]{0,4}[\d*]{0,4}(?:\.[\d*]{0,4})?(?:\(\w{0,20}\))?[a-zA-Z])/g;

/** What a command prints of its own words; `undefined` where it is no program that prints them. */
export function printedBy(name: string, words: Command['words']): readonly Placed[] | undefined {
  if (prints.has(name)) {
    const first = words.findIndex(({ text }) => !/^-[neErs]{1,3}$/.test(text));
    return first < 0 ? [] : [joined(words.slice(first), ' ')];
  }
  if (name === 'printf') {
    const [format, ...rest] = words[0]?.text === '--' ? words.slice(1) : words;
    return format ? [formatted(format, rest)] : [];
  }
  if (!codes.test(name)) return undefined;
  return words.flatMap((word) =>
    Array.from(word.text.matchAll(literal), (match) => {
      const start = match.index + 1;
      return partOf(word, start, start + match[0].length - 2);
    }),
  );
}

/** What printf makes of a format and words: it goes through the format until no word is left. */
function formatted(format: Placed, words: readonly Placed[]): Placed {
  const parts: Placed[] = [];
  let next = 0;
  do {
    const before = next;
    let at = 0;
    for (const match of format.text.matchAll(verb)) {
      parts.push(partOf(format, at, match.index));
      at = match.index + match[0].length;
      if (match[0] === '%%') parts.push(partOf(format, at - 1, at));
      else {
        const word = words[next];
        if (word) parts.push(word);
        next += 1;
      }
    }
    parts.push(partOf(format, at));
    if (next === before) break;
  } while (next < words.length);
  return joined(parts);
}

/** The lines of a text, as it is written and as a program prints them. */
export function linesOf(text: Placed): readonly Placed[] {
  const lines: Placed[] = [];
  let at = 0;
  for (const match of text.text.matchAll(/\\[nrt0]|[\n\r\0]/g)) {
    lines.push(partOf(text, at, match.index));
    at = match.index + match[0].length;
  }
  return [...lines, partOf(text, at)];
}
