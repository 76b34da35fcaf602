import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import {
  scanSeverities,
  type ImageScan,
  type ScanSeverity,
} from '../../core/subjects/image-scan.ts';
import type { Vex } from '../../core/subjects/vex.ts';
import type { Adapter, Found, ScanReport } from './adapters/adapter.ts';
import { adapters } from './adapters/registry.ts';
import { severityOf } from './severity.ts';

/** What one file says: scans of images, and VEX documents. */
export interface ReadReport {
  readonly format: string;
  readonly scans: readonly ImageScan[];
  readonly vex: readonly Vex[];
}

/** 128 MiB: a report of a large image has a few. */
export const reportBytesAtMost = 128 << 20;

/** Of one image; the largest that is known has some thousands. */
const foundAtMost = 200_000;

/** The adapter for a document; `undefined` when it is in no format that is read. */
export const findAdapter = (document: unknown): Adapter | undefined =>
  isRecord(document) ? adapters.find((each) => each.recognises(document)) : undefined;

/**
 * Reads a report of a scanner, a bill of materials or a VEX document, recognised by its content.
 * `fetchedAt` is when a server made it just now; a report that tells no time of its own has that one.
 *
 * @throws PlimsollError `scan-report-invalid`
 */
export function readReport(bytes: Uint8Array, path: string, fetchedAt?: string): ReadReport {
  const document = parse(bytes, path);
  const adapter = findAdapter(document);
  if (adapter === undefined) {
    throw invalid(`${path} is no report that is known.`);
  }
  try {
    const { scans, vex } = adapter.read(document);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return {
      format: adapter.title,
      scans: scans.map((scan) => toFacts(scan, sha256, path, fetchedAt)),
      vex: vex.map((each) => ({ ...each, sha256 })),
    };
  } catch (cause) {
    if (cause instanceof PlimsollError) throw cause;
    if (!(cause instanceof z.ZodError) && !(cause instanceof RangeError)) throw cause;
    const why = cause instanceof z.ZodError ? firstIssue(cause) : 'it is nested too deeply';
    throw invalid(
      `${path} looks like a report of ${adapter.title}, and cannot be read as one: ${why}`,
      cause,
    );
  }
}

/**
 * Refuses a report that is too large to be read.
 *
 * @throws PlimsollError `scan-report-invalid`
 */
export function holdToSize(bytes: number, path: string): void {
  if (bytes <= reportBytesAtMost) return;
  throw invalid(
    `${path} has ${bytes} bytes; of a report at most ${reportBytesAtMost} are read.`,
    undefined,
    'Let the scanner report on one image, and only what it found.',
  );
}

function parse(bytes: Uint8Array, path: string): unknown {
  holdToSize(bytes.byteLength, path);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw invalid(`${path} is not JSON: ${why}`, cause);
  }
}

function toFacts(
  { found, ...report }: ScanReport,
  sha256: string,
  path: string,
  fetchedAt: string | undefined,
): ImageScan {
  if (found !== null && found.length > foundAtMost) {
    throw invalid(
      `${path} lists ${found.length} vulnerabilities; at most ${foundAtMost} are read.`,
    );
  }
  const groups = new Map<ScanSeverity, Found[]>(scanSeverities.map((each) => [each, []]));
  for (const each of found ?? []) groups.get(severityOf(each.severity))?.push(each);
  const of = <T>(make: (group: readonly Found[]) => T): Record<ScanSeverity, T> =>
    // Every severity is a key, as the list of them has each.
    Object.fromEntries(
      scanSeverities.map((each) => [each, make(groups.get(each) ?? [])]),
    ) as Record<ScanSeverity, T>;
  return {
    ...report,
    sha256,
    images: [],
    scannedAt: report.scannedAt ?? fetchedAt ?? null,
    coversVulnerabilities: found !== null,
    counts: of((group) => ({
      total: group.length,
      fixable: group.filter(({ fixedIn }) => fixedIn !== null).length,
    })),
    vulnerabilities: of((group) =>
      group.map(({ severity: _, aliases, ...rest }) => ({ ...rest, aliases: [...aliases] })),
    ),
  };
}

function firstIssue({ issues }: z.ZodError): string {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `/${first?.path.map(String).join('/') ?? ''}: ${first?.message ?? ''}${more}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const formats = `Reports are read as JSON of: ${adapters.map(({ title }) => title).join(', ')}.`;

const invalid = (what: string, cause?: unknown, hint = formats): PlimsollError =>
  new PlimsollError('scan-report-invalid', what, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
