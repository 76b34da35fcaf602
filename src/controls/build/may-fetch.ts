/** A program that fetches, and not one that is installed among other packages: with more than names behind it. */
const fetcher = String.raw`(?:curl|wget)\b(?!(?:[ \t]+\w[\w+-]*){0,50}[ \t]*(?:$|[\n&;|]))`;

const mayFetchFile = new RegExp(
  String.raw`\b(?:${fetcher}|iwr|irm|invoke-(?:webrequest|restmethod)|downloadfile|copy\(|urlretrieve)`,
  'i',
);

/** Whether a script may fetch a file. */
export const mayFetch = (script: string): boolean => mayFetchFile.test(script);
