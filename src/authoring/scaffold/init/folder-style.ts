import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownStyle, type TextStyle } from '../text-style.ts';

/** Whether a folder is under an `.editorconfig` already. */
export function hasEditorconfig(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.editorconfig'))) return true;
    if (dirname(at) === at) return false;
  }
}

/** How a file is to be laid out, as the `.editorconfig` above it says; our own way where it says nothing. */
export async function styleFor(path: string): Promise<TextStyle> {
  if (!hasEditorconfig(dirname(path))) return ownStyle;
  const { parse } = await import('editorconfig');
  const { indent_style, indent_size, tab_width, end_of_line, quote_type } = await parse(path);
  const size = Number(indent_size === 'tab' ? tab_width : indent_size);
  return {
    ...ownStyle,
    indent: indent_style === 'tab' ? '\t' : ' '.repeat(size > 0 ? size : ownStyle.indent.length),
    lineBreak: end_of_line === 'crlf' ? '\r\n' : '\n',
    quote: quote_type === 'double' ? '"' : "'",
  };
}
