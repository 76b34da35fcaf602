import type { Source } from '../../../core/facts/source.ts';
import type { Place } from '../../../syntax/compose/tree/nodes.ts';

/** A place as evidence holds it. */
export function sourceAt({ file, offset }: Place): Source & { readonly kind: 'file' } {
  const { line, col } = file.lineAt(offset);
  return { kind: 'file', path: file.name, line, column: col };
}
