import type { Finding } from '../../core/assessment/assessment.ts';
import type { Text } from '../../core/text.ts';
import type { FileSource } from './file-source.ts';
import { inLine, quotedIn } from './quoted-in.ts';

/** A line of a file that a failure is about. */
export interface FailedLine {
  readonly source: FileSource & { readonly line: number };
  /** What is said of it alone; absent where that is what the finding says. */
  readonly said: Text | undefined;
}

/**
 * The lines of the items that a finding says it failed for, in their order: of what was read of an item that at which
 * stands what is said of it. None where no item is known, or one of them stands in no file.
 */
export function failedLines({
  message,
  observations,
  places = [],
}: Pick<Finding, 'message' | 'observations' | 'places'>): readonly FailedLine[] {
  const lines = places.map(({ path, message: said }): FailedLine | undefined => {
    const quoted = quotedIn(inLine((said ?? message).en));
    let most = -1;
    let chosen: FailedLine['source'] | undefined;
    for (const { path: of, source, subject, value } of observations) {
      if (subject !== undefined || (of !== path && !of.startsWith(`${path}/`))) continue;
      if (source?.kind !== 'file' || source.line === undefined || source.unset) continue;
      const length = quoted(value);
      if (length <= most) continue;
      most = length;
      chosen = { ...source, line: source.line };
    }
    return chosen && { source: chosen, said };
  });
  return lines.includes(undefined) ? [] : lines.flatMap((line) => line ?? []);
}
