import type { ScanSeverity } from '../../../core/subjects/image-scan.ts';

/** The words of all scanners for the same six, lower case. */
const words: Readonly<Record<string, ScanSeverity>> = {
  // Clair's own, of what is worse than critical.
  defcon1: 'critical',
  critical: 'critical',
  high: 'high',
  important: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  note: 'low',
  negligible: 'negligible',
  info: 'negligible',
  informational: 'negligible',
  none: 'negligible',
};

/** A scanner's word for how bad something is, as one of ours; what is not known is `unrated`. */
export function severityOf(word: string): ScanSeverity {
  const lower = word.trim().toLowerCase();
  return Object.hasOwn(words, lower) ? (words[lower] ?? 'unrated') : 'unrated';
}

/**
 * The severity of a CVSS score; `unrated` for what is none.
 *
 * @see https://www.first.org/cvss/v3-1/specification-document#Qualitative-Severity-Rating-Scale
 */
export function severityOfScore(score: number): ScanSeverity {
  if (!(score >= 0)) return 'unrated';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'negligible';
}

const worstFirst: readonly ScanSeverity[] = [
  'critical',
  'high',
  // Nobody said that it is less than high.
  'unrated',
  'medium',
  'low',
  'negligible',
];

/** The worst of several words for one thing; `''` where there is none. */
export function worstWord(said: readonly string[]): string {
  const place = (word: string): number => worstFirst.indexOf(severityOf(word));
  return said.reduce((worst, word) => (place(word) < place(worst) ? word : worst), said[0] ?? '');
}
