/**
 * An instant as Go writes it, as ISO 8601 UTC; `null` for Go's zero time and for what is no instant.
 * What is in UTC already keeps its nanoseconds.
 */
export function toInstant(written: string): string | null {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(written)) {
    return written.startsWith('0001-') ? null : written;
  }
  const milliseconds = Date.parse(written);
  if (Number.isNaN(milliseconds) || milliseconds < zeroTime) return null;
  return new Date(milliseconds).toISOString();
}

/** Go's zero time is in the year 1. */
const zeroTime = Date.UTC(1000, 0);
