/** Where reports go when nobody says. */
export const reportFolder = 'plimsoll-report';

/** A format that goes to stdout where it is asked for alone, without a folder. */
const printed: ReadonlySet<string> = new Set(['json', 'lines']);

/** The folder that reports in these formats are written to; `undefined` where they are printed, or there are none. */
export function folderOf(formats: readonly string[], out: string | undefined): string | undefined {
  if (formats.length === 0) return undefined;
  const isPrinted =
    out === undefined && formats.length === 1 && formats.every((id) => printed.has(id));
  return isPrinted ? undefined : (out ?? reportFolder);
}
