import type { SourceFile } from '../tree/nodes.ts';

/** A file of lines, for the places in it. */
export function plainFile(text: string, name: string): SourceFile {
  return {
    name,
    lineAt: (offset) => {
      const before = text.slice(0, offset);
      const line = before.split('\n').length;
      return { line, col: offset - before.lastIndexOf('\n') };
    },
  };
}
