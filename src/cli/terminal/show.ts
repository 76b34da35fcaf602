import { inert } from '../../report.ts';

/** Longest text from outside that is printed in one piece. */
const longest = 2000;

/** Makes a text from outside safe for a terminal: no escape sequence, no control, not without end. */
export const show = (text: string): string =>
  inert(text, { max: longest, more: (hidden) => `(+${hidden})`, prose: true });

/** The same for a name, or a line that holds one: it stays on its line. */
export const showLine = (text: string): string =>
  inert(text, { max: longest, more: (hidden) => `(+${hidden})` });
