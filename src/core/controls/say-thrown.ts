/** Longer than this nothing that was thrown is quoted. */
const shown = 500;

/** What was thrown, in one sentence: anything can be thrown, also what cannot be made a text of. */
export function sayThrown(cause: unknown): string {
  let what: string;
  try {
    what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  } catch {
    what = 'something that cannot be shown';
  }
  return what.length > shown ? `${what.slice(0, shown)}…` : what;
}
