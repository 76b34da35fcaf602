import { columns, type SessionStep } from './record.ts';

/** Something that the terminal shows, and when, in seconds from the beginning. */
interface Shown {
  readonly at: number;
  readonly text: string;
}

/** A pace at which one can read along: seconds for a key, before a command answers, and after it did. */
const pace = { key: 0.04, answer: 0.4, read: 2.5 };

export const prompt = '\u001b[32m$\u001b[39m ';

/** The session on a time line. The pace is made up; what is printed is not. */
export function timeLine(session: readonly SessionStep[]): readonly Shown[] {
  const shown: Shown[] = [];
  let at = 0;
  for (const { command, output } of session) {
    shown.push({ at, text: prompt });
    for (const key of command) {
      at += pace.key;
      shown.push({ at, text: key });
    }
    at += pace.answer;
    shown.push({ at, text: `\n${output}` });
    at += pace.read;
  }
  return shown;
}

/**
 * The session as an asciicast, version 2: a header, then an event on each line.
 *
 * @see https://docs.asciinema.org/manual/asciicast/v2/
 */
export function toCast(session: readonly SessionStep[]): string {
  const events = timeLine(session);
  const lines = events
    .map(({ text }) => text)
    .join('')
    .split('\n').length;
  const header = { version: 2, width: columns, height: lines, title: 'Plimsoll' };
  return [header, ...events.map(({ at, text }) => [round(at), 'o', text.replaceAll('\n', '\r\n')])]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('');
}

/** To a hundredth, so that sums of fractions are the same everywhere. */
const round = (seconds: number): number => Math.round(seconds * 100) / 100;
