import type { Node } from 'ts-morph';

/** Where something is written, for messages. */
export interface SourcePlace {
  /** Absolute path. */
  readonly file: string;
  /** Both counted from 1; absent where the file is all that is known. */
  readonly line?: number;
  readonly column?: number;
}

/** Where a node begins. */
export function placeOf(node: Node): SourcePlace {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: file.getFilePath(), line, column };
}
