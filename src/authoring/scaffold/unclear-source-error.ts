import type { Node } from 'ts-morph';
import { PlimsollError } from '../../core/errors.ts';
import { placeOf } from './place-of.ts';
import { text, type Text } from '../../core/text.ts';

/**
 * The error for source of a shape in which nothing can be added, with what to write by hand.
 *
 * @param file where it is when there is no node
 */
export function unclear(
  node: Node | undefined,
  file: string,
  what: Text,
  byHand: Text,
): PlimsollError {
  const place = node ? placeOf(node) : { file };
  const at = [place.file, ...('line' in place ? [place.line, place.column] : [])].join(':');
  const [line = ''] = node?.getText().split('\n', 1) ?? [];
  const shown = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return new PlimsollError(
    'source-unclear',
    text(
      `${at}: ${what.en} ${shown || 'missing'}, and nothing can be added to that. Nothing was changed.`,
      `${at}: ${what.zh} ${shown || '缺失'}，无法向其添加内容。未作任何更改。`,
    ),
    { hint: byHand },
  );
}
