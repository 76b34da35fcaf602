import { inert } from '../../report.ts';

/** Longest text from outside that is printed in one piece. */
const longest = 2000;

const more = (hidden: number): string => `(+${hidden})`;

/** Makes a text from outside safe for a terminal: it stays on its line, with no escape sequence and not without end. */
export const show = (text: string): string => inert(text, { max: longest, more });

/** The same for text of several lines; only its first line starts a line of the terminal. */
export const showLines = (text: string): string =>
  inert(text, { max: longest, more, prose: true }).replaceAll('\n', '\n  ');

/** The same for a line of a source text, with its tabs. */
export const showCode = (line: string): string => line.split('\t').map(show).join('\t');
