import { formatPointer } from '../../../core/facts/pointer.ts';
import { createHash } from 'node:crypto';
import { PlimsollError } from '../../../core/errors.ts';
import {
  scanSeverities,
  type ImageScan,
  type ScanSeverity,
} from '../../../core/subjects/image-scan.ts';
import type { Vex } from '../../../core/subjects/vex.ts';
import type { Adapter, Found, Reading, ScanReport } from '../adapters/adapter.ts';
import { adapters } from '../adapters/registry.ts';
import {
  isAttestation,
  openAttestation,
  shownType,
  type InTotoAttestation,
} from './open-in-toto.ts';
import { attestedReading } from './in-toto-reading.ts';
import { documentsIn } from './split-documents.ts';
import { invalid, isRecord } from './invalid-report.ts';
import { isRefused, refusalOf } from './refused-formats.ts';
import { severityOf } from '../adapters/severity.ts';
import { text } from '../../../core/text.ts';
import { Misfit } from '../../../core/read-with.ts';
import { sayProblems } from '../../../core/say-issues.ts';

/** What one file says: scans of images, and VEX documents. */
export interface ReadReport {
  /** As a person calls the format; several with commas between. */
  readonly format: string;
  /** Whether any of it came in an attestation. Nobody has verified its signature. */
  readonly isAttested: boolean;
  readonly scans: readonly ImageScan[];
  readonly vex: readonly Vex[];
}

/** Of one image; the largest that is known has some thousands. */
const foundAtMost = 200_000;

/** The adapter for a document; `undefined` when it is in no format that is read. */
const findAdapter = (document: unknown): Adapter | undefined =>
  isRecord(document) ? adapters.find((each) => each.recognises(document)) : undefined;

/** Whether a document is one to read here, be it that it is read or that it is said why it is not. */
export const isKnown = (document: unknown): boolean =>
  findAdapter(document) !== undefined || isAttestation(document) || isRefused(document);

/**
 * Reads reports of a scanner, bills of materials and VEX documents, recognised by their content, plain or in attestations, whose
 * signatures are not verified. `fetchedAt` is when a server made it just now; a report that tells no time of its own has that one.
 *
 * @throws PlimsollError `scan-report-invalid`
 */
export function readReport(bytes: Uint8Array, path: string, fetchedAt?: string): ReadReport {
  const documents = documentsIn(bytes, path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const parts = documents.map((document, place) => {
    const name = documents.length === 1 ? path : `${path}, document ${place + 1}`;
    return { name, document, attestation: openAttestation(document, name) };
  });
  const read = parts.filter(({ attestation }) => !isProvenance(attestation));
  // Where there is nothing else, the error says that it is a provenance.
  const readings = (read.length > 0 ? read : parts).map(readPart);
  return {
    format: [...new Set(readings.map(({ format }) => format))].join(', '),
    isAttested: parts.some(({ attestation }) => attestation !== null),
    scans: readings.flatMap(({ name, scans }) =>
      scans.map((scan) => toFacts(scan, sha256, name, fetchedAt)),
    ),
    vex: readings.flatMap(({ vex }) => vex.map((each) => ({ ...each, sha256 }))),
  };
}

interface Part {
  readonly name: string;
  readonly document: unknown;
  readonly attestation: InTotoAttestation | null;
}

/** How something was built stands beside what is in it, and says nothing of vulnerabilities. */
const isProvenance = (attestation: InTotoAttestation | null): boolean =>
  attestation?.predicateType.startsWith('https://slsa.dev/provenance/') ?? false;

function readPart({
  name,
  document,
  attestation,
}: Part): Reading & { name: string; format: string } {
  const inner = attestation === null ? document : attestation.document;
  const adapter = findAdapter(inner);
  if (adapter === undefined) {
    throw attestation === null || attestation.predicateType === '' || isRefused(inner)
      ? refusalOf(inner, name)
      : invalid(
          text(
            `${name} is an in-toto statement of a type that is not read: ${shownType(attestation.predicateType)}`,
            `${name} 是不支持类型的 in-toto 声明：${shownType(attestation.predicateType)}`,
          ),
        );
  }
  try {
    const reading = adapter.read(inner, attestation?.subjects);
    return {
      name,
      format: adapter.title,
      ...(attestation === null ? reading : attestedReading(reading, attestation, name)),
    };
  } catch (cause) {
    if (cause instanceof PlimsollError) throw cause;
    if (!(cause instanceof Misfit) && !(cause instanceof RangeError)) throw cause;
    const why =
      cause instanceof Misfit
        ? sayProblems(cause.problems, formatPointer)
        : text('it nests too deep', '嵌套过深');
    throw invalid(
      text(
        `${name} looks like a report of ${adapter.title}, and cannot be read as one: ${why.en}`,
        `${name} 看似 ${adapter.title} 的报告，但无法按此读取：${why.zh}`,
      ),
      cause,
    );
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
      text(
        `${path} lists ${found.length} vulnerabilities; at most ${foundAtMost} are read.`,
        `${path} 列出 ${found.length} 个漏洞；至多读取 ${foundAtMost} 个。`,
      ),
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
