/** curl, and not as one of several packages: of names alone it makes no file. */
const curl = String.raw`curl\b(?!(?:[ \t]+\w[\w+-]*){0,50}[ \t]*(?:$|[\n&;|]))`;

const mayFetchFile = new RegExp(
  String.raw`\b(?:${curl}|wget|iwr|irm|invoke-(?:webrequest|restmethod)|downloadfile|(?:aria2c|axel|fetch)\b[^\n;&|]{0,500}://|copy\(|urlretrieve)`,
  'i',
);

/** Whether a script may fetch a file. */
export const mayFetch = (script: string): boolean => mayFetchFile.test(script);
