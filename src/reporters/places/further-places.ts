import type { Finding } from '../../core/assessment/assessment.ts';
import { joinTexts, type Text } from '../../core/text.ts';
import { failedLines, type FailedLine } from './failed-lines.ts';
import { isSamePlace, type FileSource } from './file-source.ts';
import { quotedLines } from './quoted-lines.ts';

/** A place beside the one that a finding is shown at. */
export interface FurtherPlace {
  readonly source: FailedLine['source'];
  /** What the message says of it; absent where its parts cannot be separated in both languages. */
  readonly said?: Text;
}

/**
 * The other lines that a failure is about: those of the items that it failed for, or where it does not say for which,
 * those that its message quotes. In the order of the lines, those of the same file first; no line twice, and none that a
 * file says nothing on.
 *
 * @param first where the finding is shown
 */
export function furtherPlaces(
  finding: Pick<Finding, 'message' | 'observations' | 'places'>,
  first: FileSource | undefined,
): readonly FurtherPlace[] {
  const failed = failedLines(finding);
  const places = new Map<string, { source: FailedLine['source']; said: (Text | undefined)[] }>();
  for (const { source, said } of failed.length > 0 ? failed : quotedLines(finding)) {
    if (source.unset || (first && isSamePlace(source, first))) continue;
    const key = `${source.line} ${source.path}`;
    const place = places.get(key) ?? { source, said: [] };
    places.set(key, place);
    place.said.push(said);
  }
  const rank = ({ path }: FileSource): string => (path === first?.path ? '' : path);
  return [...places.values()]
    .toSorted((a, b) => compare(rank(a.source), rank(b.source)) || a.source.line - b.source.line)
    .map(({ source, said }) => {
      const texts = said.flatMap((text) => text ?? []);
      return texts.length === 0 ? { source } : { source, said: joinTexts(texts) };
    });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
