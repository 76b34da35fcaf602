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
  if (places.length === 0) return [];
  const read = new Map(places.map(({ path }) => [path, [] as Read[]]));
  for (const { path, source, subject, value } of observations) {
    if (subject !== undefined || source?.kind !== 'file') continue;
    if (source.line === undefined || source.unset) continue;
    const item = partsOf(path).find((part) => read.has(part));
    if (item !== undefined) {
      read.get(item)?.push({ value, source: { ...source, line: source.line } });
    }
  }
  const whole = quotedIn(inLine(message.en));
  const lines = places.map(({ path, message: said }): FailedLine | undefined => {
    const quoted = said ? quotedIn(inLine(said.en)) : whole;
    let most = -1;
    let chosen: FailedLine['source'] | undefined;
    for (const { source, value } of read.get(path) ?? []) {
      const length = quoted(value);
      if (length <= most) continue;
      most = length;
      chosen = source;
    }
    return chosen && { source: chosen, said };
  });
  return lines.includes(undefined) ? [] : lines.flatMap((line) => line ?? []);
}

interface Read {
  readonly value: unknown;
  readonly source: FailedLine['source'];
}

/** A JSON Pointer and those of all that it is a part of, itself first. */
function partsOf(path: string): readonly string[] {
  const parts: string[] = [];
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    parts.push(path.slice(0, end));
  }
  return parts;
}
