import { prompt, timeLine } from './cast.ts';
import { columns, type SessionStep } from './record.ts';

/** Pixels: a character, a line, and the margin around all of it. */
const size = { character: 8.4, line: 19, margin: 18 };

/** Colours with a contrast of at least 4.5 to the background, by the escape sequence that switches them on. */
const styles: Readonly<Record<string, string>> = {
  31: 'red',
  32: 'green',
  33: 'yellow',
  1: 'bold',
  2: 'dim',
};

/** A stretch of a line that looks the same throughout. */
interface Span {
  readonly text: string;
  readonly classes: readonly string[];
}

// An escape sequence that sets colours begins with the control character itself.
const escapes = new RegExp(`${String.fromCodePoint(27)}\\[(\\d+)m`);

/** Takes a line apart at its escape sequences; 39 ends colours, and 22 bold and dim. */
function spansOf(line: string): readonly Span[] {
  const spans: Span[] = [];
  let classes: readonly string[] = [];
  for (const [at, part] of line.split(escapes).entries()) {
    if (at % 2 === 0) {
      if (part !== '') spans.push({ text: part, classes });
      continue;
    }
    const isWeight = (name: string): boolean => name === 'bold' || name === 'dim';
    const style = styles[part];
    if (style !== undefined) classes = [...classes, style];
    else classes = classes.filter((name) => isWeight(name) !== (part === '22'));
  }
  return spans;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One line of the terminal, as wide as its characters are many whatever font there is. */
function drawLine(line: string, row: number, seconds: number): string {
  const spans = spansOf(line);
  const characters = spans.reduce((sum, { text }) => sum + Array.from(text).length, 0);
  if (characters === 0) return '';
  const drawn = spans
    .map(({ text, classes }) =>
      classes.length === 0
        ? escapeXml(text)
        : `<tspan class="${classes.join(' ')}">${escapeXml(text)}</tspan>`,
    )
    .join('');
  const width = (characters * size.character).toFixed(1);
  const y = size.margin + (row + 1) * size.line - 5;
  return `<text x="${size.margin}" y="${y}" textLength="${width}" style="animation-delay:${seconds.toFixed(2)}s">${drawn}</text>\n`;
}

const style = `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;fill:#e6edf3;animation:1ms show backwards}
.red{fill:#ff7b72}.green{fill:#56d364}.yellow{fill:#e3b341}.dim{fill:#9ea7b3}.bold{font-weight:700}
@keyframes show{from{opacity:0}}
@media(prefers-reduced-motion:reduce){text{animation:none}}`;

/** The session as a picture: its commands appear one after the other, and all of it stays. */
export function toSvg(session: readonly SessionStep[]): string {
  const begins = timeLine(session).filter(({ text }) => text === prompt);
  const answers = timeLine(session).filter(({ text }) => text.startsWith('\n'));
  const lines = session.flatMap(({ command, output }, step) => [
    { text: prompt + command, seconds: begins[step]?.at ?? 0 },
    ...output.split('\n').map((text) => ({ text, seconds: answers[step]?.at ?? 0 })),
  ]);
  const width = Math.ceil(columns * size.character + 2 * size.margin);
  const height = lines.length * size.line + 2 * size.margin - size.line;
  const named = session.map(({ command }) => command).join('; ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escapeXml(`A terminal: ${named}`)}</title>
<style>${style}</style>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
${lines.map(({ text, seconds }, row) => drawLine(text, row, seconds)).join('')}</svg>
`;
}
