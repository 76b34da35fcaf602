import { readReport, type ReadReport } from '../../src/collectors/scanner/reports/read-report.ts';
import { PlimsollError } from '../../src/core/errors.ts';
import { imageScan, scanSeverities, type ImageScan } from '../../src/core/subjects/image-scan.ts';
import { vex } from '../../src/core/subjects/vex.ts';

/** What a document says, held to the schemas of what it becomes. */
export function readDocument(document: unknown): ReadReport {
  const read = readReport(Buffer.from(JSON.stringify(document)), 'scan.json');
  for (const scan of read.scans) imageScan.schema.parse(scan);
  for (const each of read.vex) vex.schema.parse(each);
  return read;
}

/** The first scan that a document tells of. */
export function scanOf(document: unknown): ImageScan {
  const [scan] = readDocument(document).scans;
  if (scan === undefined) throw new Error('it tells of no scan');
  return scan;
}

/** Each vulnerability that a document lists, with the severity that it counts as. */
export const foundOf = (document: unknown) => {
  const { vulnerabilities } = scanOf(document);
  return scanSeverities.flatMap((severity) =>
    vulnerabilities[severity].map((each) => ({ severity, ...each })),
  );
};

/** What a document is refused with. */
export function refusalOf(document: unknown): string {
  try {
    readDocument(document);
  } catch (error) {
    if (error instanceof PlimsollError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
