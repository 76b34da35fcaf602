import {
  forEachChild,
  type Assignment,
  type HereDoc,
  type ParsedScript,
  type SyntaxNode,
  type Word,
  type WordPart,
} from 'unbash';
import { choicesOf, expandBraces } from './expand-braces.ts';

/** A script inside a word. */
export interface InnerScript {
  /** `undefined` where it is nested too deeply to be read. */
  readonly script: ParsedScript | undefined;
  readonly pos: number;
  readonly end: number;
  /** Whether it reads what the command writes, as in `>(…)`; the command reads what any other writes. */
  readonly reads: boolean;
  /** Whether it stands for a file: `<(…)`, `>(…)`. */
  readonly isFile: boolean;
}

/** Stands in a word for what commands inside it print. */
export const substituted = '$()';

/** Pieces in pieces are text of both: more of it than a person writes is left. */
const muchText = 1024 * 1024;

/**
 * The scripts inside a piece of syntax, in their order, not those inside of these.
 *
 * @param visit is shown every piece outside of them
 * @param left is called where there may be more of them, as much is nested in much
 */
export function innerScripts(
  node: SyntaxNode,
  visit?: (node: SyntaxNode) => void,
  left?: () => void,
): readonly InnerScript[] {
  const found: InnerScript[] = [];
  const waiting: SyntaxNode[] = [node];
  let text = 0;
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    visit?.(each);
    if (
      each.type === 'CommandExpansion' ||
      each.type === 'ProcessSubstitution' ||
      each.type === 'ArithmeticCommandExpansion'
    ) {
      const { script, pos, end } = each;
      const file = each.type === 'ProcessSubstitution' ? each.operator : undefined;
      found.push({ script, pos, end, isFile: file !== undefined, reads: file === '>' });
      continue;
    }
    text += each.end - each.pos;
    if (text > muchText) {
      left?.();
      break;
    }
    const from = waiting.length;
    forEachChild(each, (child) => waiting.push(child));
    // The last that was put there is taken off first.
    waiting.push(...waiting.splice(from).toReversed());
  }
  return found;
}

/** What a word comes to, quotes taken off: several words where braces in it stand for them. */
export const wordsOf = ({ parts, value }: Pick<Word, 'parts' | 'value'>): readonly string[] =>
  parts === undefined
    ? [value]
    : choicesOf(
        parts.map((part) =>
          part.type === 'BraceExpansion' ? expandBraces(textOfPart(part)) : [textOfPart(part)],
        ),
      );

/** What a word comes to, quotes taken off, braces as they are written. */
export const wordOf = ({ parts, value }: Pick<Word, 'parts' | 'value'>): string =>
  parts === undefined ? value : textOf(parts);

/** What a heredoc gives to read: as it stands where its delimiter is quoted. */
export function bodyOf({ body, delimiter, operator }: HereDoc): string {
  const { parts, text } = body;
  const isRead = delimiter?.quoted !== true;
  const read = parts ? textOf(parts) : isRead ? text.replace(/\\(?:\n|([$`\\]))/g, '$1') : text;
  const lines = read.replace(/\n$/, '');
  return operator === '<<-' ? lines.replace(/^\t+/gm, '') : lines;
}

/** `NAME=value`, the elements of an array behind one another. */
export function assignmentOf({ name, append, value }: Assignment): string {
  const given =
    value.type === 'ArrayValue' ? value.elements.flatMap(wordsOf).join(' ') : wordOf(value);
  return `${name}${append === true ? '+=' : '='}${given}`;
}

/** Whether what a word comes to is known only when it is run. */
export const isOpen = ({ parts }: Pick<Word, 'parts'>): boolean => parts?.some(isOpenPart) === true;

function isOpenPart(part: WordPart): boolean {
  switch (part.type) {
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.some(isOpenPart);
    case 'BraceExpansion':
      return part.parts?.some(isOpenPart) === true;
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
    case 'ExtendedGlob':
      return false;
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      return true;
  }
}

/** Whether what a variable in it holds is split into words. */
export const isSplit = ({ parts }: Pick<Word, 'parts'>): boolean =>
  parts?.some(({ type }) => type === 'SimpleExpansion' || type === 'ParameterExpansion') === true;

/** Whether it stands for the files whose names match it. */
export const isPattern = ({ parts }: Pick<Word, 'parts'>): boolean =>
  parts?.some(({ type }) => type === 'Glob' || type === 'ExtendedGlob') === true;

const textOf = (parts: readonly WordPart[]): string => parts.map(textOfPart).join('');

function textOfPart(part: WordPart): string {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return part.value;
    case 'DoubleQuoted':
    case 'LocaleString':
      return textOf(part.parts);
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticExpansion':
      return substituted;
    case 'BraceExpansion':
      return part.parts ? `{${textOf(part.parts)}}` : part.text;
    case 'SimpleExpansion':
      return part.text;
    case 'ParameterExpansion':
    case 'ExtendedGlob':
      return withoutScripts(part);
  }
}

/** A piece as it is written, with what scripts inside it print left open. */
function withoutScripts(part: WordPart): string {
  if (!/[$<>`]\(|`/.test(part.text)) return part.text;
  let text = '';
  let at = part.pos;
  for (const { pos, end } of innerScripts(part)) {
    text += part.text.slice(at - part.pos, pos - part.pos) + substituted;
    at = end;
  }
  return text + part.text.slice(at - part.pos);
}
