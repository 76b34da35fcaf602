import type { Finding } from '../../core/assessment/assessment.ts';
import type { Source } from '../../core/snapshot/source.ts';

type FileSource = Extract<Source, { kind: 'file' }>;

/** What is shorter stands in any sentence by chance. */
const wordLength = 3;

/**
 * The place in a file that a finding rests on: of what was read with a line, that of which the message quotes most, the
 * first of several, or else the first; none where no file was read.
 */
export function fileOf({
  observations,
  message,
}: Pick<Finding, 'observations' | 'message'>): FileSource | undefined {
  const read = observations.flatMap(({ source, value }) =>
    source?.kind === 'file' ? [{ source, value }] : [],
  );
  const placed = read.filter(({ source }) => source.line !== undefined);
  const quoted = quotedIn(message.en);
  let most = 0;
  let chosen = placed[0] ?? read[0];
  for (const each of placed) {
    const length = quoted(each.value);
    if (length <= most) continue;
    most = length;
    chosen = each;
  }
  return chosen?.source;
}

/**
 * How many characters of a value a message quotes: the whole of it, some words behind its colon, or how it begins; of a
 * list, those of the item of which it quotes most.
 */
function quotedIn(message: string): (value: unknown) => number {
  const tail = message.split(': ').slice(1).join(': ');
  const words = tail.split('; ', 1)[0] ?? '';
  const quoted = (value: unknown): number => {
    if (typeof value !== 'string') return 0;
    return Math.max(
      words.length >= wordLength && value.includes(words) ? words.length : 0,
      value.length >= wordLength && message.includes(value) ? value.length : 0,
      // A script holds the sign that stands between two failures itself.
      value.includes('; ') ? begin(tail, value.trim()) : 0,
    );
  };
  // What is read of an assessment may be nested without end: no list within a list is looked into.
  return (value) =>
    Array.isArray(value)
      ? value.reduce((most: number, item) => Math.max(most, quoted(item)), 0)
      : quoted(value);
}

/** How far two texts are the same, from where they begin. */
function begin(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at;
}
