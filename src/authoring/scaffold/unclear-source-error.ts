import type { Node } from 'ts-morph';
import { PlimsollError } from '../../core/errors.ts';
import { placeOf } from './place-of.ts';

/**
 * The error for source of a shape in which nothing can be added, with what to write by hand.
 *
 * @param file where it is when there is no node
 */
export function unclear(
  node: Node | undefined,
  file: string,
  what: string,
  byHand: string,
): PlimsollError {
  const place = node ? placeOf(node) : { file };
  const at = [place.file, ...('line' in place ? [place.line, place.column] : [])].join(':');
  const [text = ''] = node?.getText().split('\n', 1) ?? [];
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return new PlimsollError(
    'source-unclear',
    `${at}: ${what} ${shown || 'missing'}, and nothing can be added to that. Nothing was changed.`,
    { hint: byHand },
  );
}
