import type { Finding } from '../../core/assessment/assessment.ts';
import { failedLines } from './failed-lines.ts';
import { isSamePlace, type FileSource } from './file-source.ts';
import { inLine, quotedIn } from './quoted-in.ts';

/**
 * The place in a file that a finding points to. Where it is known, the first item that failed. Otherwise, among the
 * values read with a line, the one that the message quotes most, the first of several, or else the first. None where no
 * file was read.
 */
export function fileOf(
  finding: Pick<Finding, 'message' | 'observations' | 'places'>,
): FileSource | undefined {
  const [failed] = failedLines(finding);
  if (failed) return failed.source;
  const { observations, message } = finding;
  const read = observations.flatMap(({ source, value }) =>
    source?.kind === 'file' ? [{ source, value }] : [],
  );
  const placed = read.filter(({ source }) => source.line !== undefined);
  let chosen = placed[0] ?? read[0];
  // Nearly always all was read at one place.
  if (placed.every(({ source }) => chosen && isSameSpot(source, chosen.source))) {
    return chosen?.source;
  }
  const quoted = quotedIn(inLine(message.en));
  let most = 0;
  // A number alone says less than what was read first, if the file says anything there.
  const numbers = chosen?.source.unset === true;
  for (const each of placed) {
    const length = typeof each.value === 'number' && !numbers ? 0 : quoted(each.value);
    if (length <= most) continue;
    most = length;
    chosen = each;
  }
  return chosen?.source;
}

const isSameSpot = (a: FileSource, b: FileSource): boolean =>
  isSamePlace(a, b) && a.column === b.column && a.unset === b.unset;
