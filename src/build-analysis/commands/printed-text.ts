import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** Stands in a text for a part of one line that is not known. */
export const unknownPart = '\u{FFFC}';

/** What is known only when it runs, and what a mark stands for in place of a secret. */
const openWords =
  /\[redacted(?: [0-9a-f]{16})?\]|\$(?:\(\)|\w+|\{(?:[^{}]|\{[^{}]*\})*\}|[@*#?!$-])|`[^`]*`/g;

/** A text with a mark of its own in place of all that is not known. */
export const known = (text: string): string => text.replaceAll(openWords, unknownPart);

/** No person has more lines printed, or passes them on more often. */
const longest = 100_000;
const deepest = 20;

/** What a command prints, as far as it is known; `undefined` where nobody knows. `held` tells what files hold. */
export function printedBy(
  command: ShellCommand,
  held: (file: string) => string | undefined,
  depth = 0,
): string | undefined {
  const [first = '', ...rest] = withoutLaunchers(command.words);
  const program = basename(first);
  switch (program) {
    case 'echo':
      return `${unescape(known(rest.filter((word, at) => at > 0 || !/^-[neE]+$/.test(word)).join(' ')))}\n`;
    case 'printf':
      return formatted(rest[0] === '--' ? rest.slice(1) : rest);
    case 'true':
    case ':':
      return '';
    case 'cat':
      return catOf(command, rest, held, depth);
    case 'tee':
      return inputOf(command, held, depth);
    case 'base64':
    case 'openssl':
      return decodes(rest) ? decoded(inputOf(command, held, depth)) : undefined;
    default:
      return first === '' ? inputOf(command, held, depth) : undefined;
  }
}

/** What a command is given to read, as far as it is known. */
export function inputOf(
  command: ShellCommand,
  held: (file: string) => string | undefined,
  depth = 0,
): string | undefined {
  if (command.bodies.length > 0) return known(command.bodies.at(-1) ?? '');
  if (depth > deepest || command.input.length === 0) return undefined;
  let all = '';
  for (const each of command.input) {
    const printed = printedBy(each, held, depth + 1);
    if (printed === undefined || all.length > longest) return undefined;
    all += printed;
  }
  return all;
}

function catOf(
  command: ShellCommand,
  rest: readonly string[],
  held: (file: string) => string | undefined,
  depth: number,
): string | undefined {
  const files = rest.filter((word) => word === '-' || !word.startsWith('-'));
  if (files.length < rest.length) return undefined;
  if (files.length === 0) return inputOf(command, held, depth);
  const texts = files.map((file) =>
    file === '-' || file === '/dev/stdin' ? inputOf(command, held, depth) : held(file),
  );
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

const decodes = (rest: readonly string[]): boolean =>
  rest.some((word) => /^-\w*[dD]$|^--decode$/.test(word));

function decoded(text: string | undefined): string | undefined {
  const plain = text?.replaceAll(/\s/g, '');
  if (plain === undefined || !/^[\w+/=]*$/.test(plain)) return undefined;
  return new TextDecoder().decode(Uint8Array.from(Buffer.from(plain, 'base64')));
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };

/** Some shells take the escapes of a text that `echo` prints, and others take none: here each is taken. */
const unescape = (text: string): string =>
  text.replaceAll(
    /\\(?:0([0-7]{1,3})|([0-7]{1,3})|x([0-9a-fA-F]{1,2})|([ntr\\]))/g,
    (_, zero?: string, octal?: string, hex?: string, letter?: string) =>
      letter === undefined
        ? String.fromCharCode(
            Number.parseInt(zero ?? octal ?? hex ?? '', hex === undefined ? 8 : 16),
          )
        : (letters[letter] ?? ''),
  );

/** What printf makes of its words: the format again and again, until all are used. */
function formatted([format = '', ...values]: readonly string[]): string {
  const left = values.map(known);
  const once = (): string =>
    unescape(known(format)).replaceAll(
      /%(?:%|[-+ #\d]{0,20}(?:\.\d{1,9})?([a-zA-Z]))/g,
      (_, conversion?: string) => {
        if (conversion === undefined) return '%';
        const value = left.shift() ?? (/[sbcq]/.test(conversion) ? '' : '0');
        return conversion === 'b' ? unescape(value) : value;
      },
    );
  let text = once();
  while (left.length > 0 && left.length < values.length && text.length < longest) {
    const before = left.length;
    text += once();
    if (left.length === before) break;
  }
  return text;
}
