import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Standing } from './entries/count.ts';
import type { QuoteEntry } from './entries/finding.ts';
import type { Voice } from './voice.ts';

/** Lines that are shown before and behind one in which something was read. */
const around = 2;

/** More lines of one file say less, not more. */
const most = 40;

/** In these ways nobody has to look at what is written. */
const settled: ReadonlySet<Standing> = new Set<Standing>(['pass', 'not-applicable', 'stale']);

/** Finds the lines that a finding points into. */
export function createQuoter(
  { quotes = [] }: Assessment,
  { line, name }: Voice,
): (finding: Finding, standing: Standing) => readonly QuoteEntry[] {
  if (quotes.length === 0) return () => [];
  const keyOf = (target: string, path: string): string => JSON.stringify([target, path]);
  const files = new Map(quotes.map(({ target, path, lines }) => [keyOf(target, path), lines]));
  return ({ subject: { target }, observations }, standing) => {
    if (settled.has(standing)) return [];
    const places = observations.flatMap(({ source }) =>
      source?.kind === 'file' && source.line !== undefined
        ? [{ path: source.path, line: source.line }]
        : [],
    );
    return [...groupBy(places, ({ path }) => path)].flatMap(([path, of]) => {
      const lines = files.get(keyOf(target, path));
      if (!lines) return [];
      const marked = new Set(of.map((place) => place.line));
      const shown = linesAround(marked, lines.length).map((number) => ({
        number,
        text: line(lines[number - 1] ?? ''),
        marked: marked.has(number),
      }));
      return shown.length > 0 ? [{ path: name(path), lines: shown }] : [];
    });
  };
}

/** The numbers of the lines that are shown, counted from 1. */
function linesAround(marked: ReadonlySet<number>, count: number): readonly number[] {
  const numbers = new Set<number>();
  for (const line of [...marked].toSorted((a, b) => a - b)) {
    const last = Math.min(count, line + around);
    for (let at = Math.max(1, line - around); at <= last; at += 1) numbers.add(at);
  }
  return [...numbers].slice(0, most);
}
