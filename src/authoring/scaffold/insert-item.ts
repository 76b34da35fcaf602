import type { Node } from 'ts-morph';
import { indentAt, isFirstOnLine, lineAt, type Edit } from './edit.ts';
import type { TextStyle } from './text-style.ts';

/** What stands between brackets, separated by commas: a list, an object, the names of an import. */
export interface Bracketed {
  /** The text of the whole file. */
  readonly source: string;
  /** Positions of the opening bracket, and of the closing one. */
  readonly open: number;
  readonly close: number;
  readonly items: readonly Node[];
}

/** The brackets of a node that begins and ends with them. */
export const bracketsOf = (node: Node, items: readonly Node[]): Bracketed => ({
  source: node.getSourceFile().getFullText(),
  open: node.getStart(),
  close: node.getEnd() - 1,
  items,
});

/**
 * The edits that put one more item between brackets as the others stand there: on a line of its own or beside
 * them, in order where they are in order, with a comma behind the last where there is one. Comments stay
 * with what they are about.
 */
export function insertItem(where: Bracketed, text: string, style: TextStyle): readonly Edit[] {
  const { source, open, close, items } = where;
  const inside = source.slice(open + 1, close);
  if (items.length === 0) return [intoEmpty(where, text, style)];
  const before = placeInOrder(items, text);
  if (!inside.includes('\n')) {
    return [beside(where, text, before, style)];
  }
  return before ? [aboveItem(source, before, text)] : below(where, text);
}

function intoEmpty({ source, open, close }: Bracketed, text: string, style: TextStyle): Edit {
  const inside = source.slice(open + 1, close);
  const spaced = source[open] === '{' ? ' ' : '';
  if (!inside.includes('\n')) {
    return { at: open + 1, end: close, text: `${spaced}${text}${spaced}` };
  }
  // Comments, and nothing else.
  const outer = indentAt(source, open);
  const comma = style.trailingCommas ? ',' : '';
  const kept = inside.trimEnd();
  return {
    at: open + 1,
    end: close,
    text: `${kept}${style.lineBreak}${outer}${style.indent}${text}${comma}${style.lineBreak}${outer}`,
  };
}

/** On one line with the others, or each on a line of its own when that one would be too long. */
function beside(
  { source, open, close, items }: Bracketed,
  text: string,
  before: Node | undefined,
  style: TextStyle,
): Edit {
  const line = lineAt(source, close);
  const hasComma = source.slice(items.at(-1)?.getEnd(), close).trim().startsWith(',');
  const fits = line.end - line.start + text.length + 2 <= style.width;
  if (fits || !isBreakable(source.slice(line.start, open), source.slice(close + 1, line.end))) {
    if (before) return { at: before.getStart(), text: `${text}, ` };
    const end = items.at(-1)?.getEnd() ?? open + 1;
    return hasComma ? { at: end + 1, text: ` ${text},` } : { at: end, text: `, ${text}` };
  }
  const outer = indentAt(source, open);
  const all = items.flatMap((item) =>
    item === before ? [text, item.getText()] : [item.getText()],
  );
  const lines = (before ? all : [...all, text]).map((each) => outer + style.indent + each);
  const last = style.trailingCommas ? ',' : '';
  return {
    at: open + 1,
    end: close,
    text: `${style.lineBreak}${lines.join(`,${style.lineBreak}`)}${last}${style.lineBreak}${outer}`,
  };
}

/**
 * Whether a line can be broken within brackets, judged by the text before and behind them on their line: nothing else
 * is open or opens there, and no comment would lose its place. Otherwise a formatter knows better.
 */
function isBreakable(before: string, behind: string): boolean {
  const count = (pattern: RegExp): number => (before.match(pattern) ?? []).length;
  const isOpen = count(/[([{]/g) !== count(/[)\]}]/g);
  return !isOpen && !/[([{]|\/[*/]/.test(behind) && !before.includes('/*');
}

/** Before an item, and before the comments above it. */
function aboveItem(source: string, item: Node, text: string): Edit {
  const comments = item
    .getLeadingCommentRanges()
    .map((each) => each.getPos())
    .filter((at) => isFirstOnLine(source, at));
  const at = Math.min(item.getStart(), ...comments);
  if (!isFirstOnLine(source, at)) return { at, text: `${text}, ` };
  return { at, text: `${text},${lineBreakOf(source)}${indentAt(source, at)}` };
}

/** Behind the last item, on a line of its own unless that one shares its line. */
function below({ source, close, items }: Bracketed, text: string): readonly Edit[] {
  const last = items.at(-1);
  if (!last) return [];
  const end = last.getEnd();
  const comma = commaBehind(source, end, close);
  if (!isFirstOnLine(source, last.getStart())) {
    return comma === undefined
      ? [{ at: end, text: `, ${text}` }]
      : [{ at: comma + 1, text: ` ${text},` }];
  }
  // A comment behind the item stays on its line.
  const rest = source.slice(
    comma === undefined ? end : comma + 1,
    Math.min(lineAt(source, end).end, close),
  );
  const lineEnd = (comma === undefined ? end : comma + 1) + rest.trimEnd().length;
  const next = `${lineBreakOf(source)}${indentAt(source, last.getStart())}${text}`;
  if (comma !== undefined) return [{ at: lineEnd, text: `${next},` }];
  if (lineEnd === end) return [{ at: end, text: `,${next}` }];
  return [
    { at: end, text: ',' },
    { at: lineEnd, text: next },
  ];
}

/** The comma behind the last item; comments may stand before it. */
function commaBehind(source: string, from: number, to: number): number | undefined {
  const plain = source
    .slice(from, to)
    .replaceAll(/\/\/[^\n]*|\/\*[^]*?\*\//g, (comment) => ' '.repeat(comment.length));
  const found = plain.indexOf(',');
  return found < 0 ? undefined : from + found;
}

const lineBreakOf = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');

/** So few could be in order by chance. */
const fewest = 3;

/** The item before which a text belongs when all have names and are in their order; else `undefined`. */
function placeInOrder(items: readonly Node[], text: string): Node | undefined {
  const names = items.map((item) => nameIn(item.getText()));
  const name = nameIn(text);
  if (items.length < fewest || name === '' || names.includes('')) return undefined;
  for (const key of [plain, lowered]) {
    const keys = names.map(key);
    if (!isSorted(keys)) continue;
    return items[keys.findIndex((each) => each > key(name))];
  }
  return undefined;
}

/** The name that an item is, or the key that it begins with; empty for anything else. */
const nameIn = (text: string): string => /^(["']?)([\w$@/.-]+)\1\s*(?::|$)/.exec(text)?.[2] ?? '';

const plain = (text: string): string => text;
const lowered = (text: string): string => text.toLowerCase();

/** Whether texts are in order. */
export const isSorted = (texts: readonly string[]): boolean =>
  texts.every((each, at) => at === 0 || (texts[at - 1] ?? '') <= each);
