/** What is older than this is a program's way to say that it does not know. */
const firstYear = Date.UTC(1990, 0);

/** An instant in any zone as ISO 8601 UTC; `null` for a zero time and for what is no instant with a zone. */
export function toUtc(written: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/i.test(written)) {
    return null;
  }
  const milliseconds = Date.parse(written.replace(/\.(\d{3})\d+/, '.$1'));
  return Number.isNaN(milliseconds) || milliseconds < firstYear
    ? null
    : new Date(milliseconds).toISOString();
}
