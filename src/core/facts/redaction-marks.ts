/** What stands where a secret stood, with or without the fingerprint that it has in one run. */
export const redactionMarks = /\[redacted(?: [0-9a-f]{16})?\]/g;

/**
 * A text without what is another in each run: the key of fingerprints is kept nowhere, so that none says anything beyond the
 * run that it was made in. By this two runs are compared.
 */
export const withoutFingerprints = (text: string): string =>
  text.includes('[redacted ') ? text.replace(redactionMarks, '[redacted]') : text;
