import { invalid, isRecord } from './invalid-report.ts';

/** A format that is known and not read: said plainly, it saves looking for what is wrong with the file. */
interface Refused {
  readonly recognises: (document: unknown) => boolean;
  /** Continues a sentence that begins with the file. */
  readonly what: string;
  readonly hint: string;
}

const refused: readonly Refused[] = [
  {
    recognises: (document) =>
      Array.isArray(document) &&
      document.some((each) => isRecord(each) && 'Target' in each && 'Vulnerabilities' in each),
    what: "is JSON of Trivy from before version 0.20, which tells neither the image's digest nor the time of the scan.",
    hint: 'Scan again with a current release: trivy image --format json -o scan.json IMAGE',
  },
  {
    recognises: (document) =>
      isRecord(document) &&
      isRecord(document['document']) &&
      typeof document['document']['category'] === 'string' &&
      'csaf_version' in document['document'],
    what: 'is a document of CSAF, which is not read.',
    hint: 'VEX is read as OpenVEX, and as CycloneDX with an analysis.',
  },
];

/** Whether a document is in a format that is known and not read. */
export const isRefused = (document: unknown): boolean =>
  refused.some(({ recognises }) => recognises(document));

/** The error for a document that no adapter reads. */
export function refusalOf(document: unknown, path: string): Error {
  const known = refused.find(({ recognises }) => recognises(document));
  return known === undefined
    ? invalid(`${path} is not a known report.`)
    : invalid(`${path} ${known.what}`, undefined, known.hint);
}
