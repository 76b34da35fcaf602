import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { instant } from '../facts/shared-facts.ts';

/** How bad a vulnerability is, worst first; `unrated` when nobody said. */
export const scanSeverities = [
  'critical',
  'high',
  'medium',
  'low',
  'negligible',
  'unrated',
] as const;

/** How bad a vulnerability is. */
export type ScanSeverity = (typeof scanSeverities)[number];

/** Formats of what scanners and builders write of an image. */
export const scanFormats = ['clair', 'trivy', 'grype', 'sarif', 'cyclonedx', 'spdx'] as const;

/** What a report may say of itself that leaves it no proof where it found nothing. */
export const scanShortcomings = [
  'distribution-ended',
  'distribution-unknown',
  'database-invalid',
  'run-failed',
  'analysed-alone',
  'system-left-out',
  'files-left-out',
] as const;

/** What a report says of itself that leaves it no proof where it found nothing. */
export type ScanShortcoming = (typeof scanShortcomings)[number];

const vulnerability = z.object({
  /** As the scanner calls it, `CVE-2024-3094`. */
  id: z.string(),
  /** Other ids of the same vulnerability; empty when none are reported. */
  aliases: z.array(z.string()),
  /** Name of the package that has it. */
  package: z.string(),
  /** Installed version; `''` when it is not reported. */
  version: z.string(),
  /** Package URL; `null` when the scanner gives none. */
  purl: z.string().nullable(),
  /** Version that fixes it; `null` when none is known. */
  fixedIn: z.string().nullable(),
  /** Where it stands in the report, as a JSON Pointer. */
  at: z.string(),
});

const imageScanSchema = z.object({
  /** What looked at the image. */
  scanner: z.object({
    /** As the scanner calls itself. */
    name: z.string(),
    /** `''` when the report does not tell. */
    version: z.string(),
  }),
  /** Format of the report. */
  format: z.enum(scanFormats),
  /** SHA-256 of the report, hexadecimal. */
  sha256: z.string(),
  /** Which image the report says that it is of. */
  image: z.object({
    /** Names that the report gives; nothing is matched by them. */
    references: z.array(z.string()),
    /** Digests of its manifest, `sha256:…`; empty when the report tells none. */
    digests: z.array(z.string()),
    /** Digest of its configuration, `sha256:…`; `null` when the report does not tell. */
    id: z.string().nullable(),
  }),
  /** Ids of the images among the targets that have one of its digests; empty when none has. */
  images: z.array(z.string()),
  /** When the image was looked at; `null` when the report does not tell. */
  scannedAt: instant.nullable(),
  /** When the scanner's list of vulnerabilities was made; `null` when the report does not tell. */
  databaseAt: instant.nullable(),
  /** Whether it was looked for vulnerabilities at all: a list of packages alone says nothing of them. */
  coversVulnerabilities: z.boolean(),
  /** Why finding nothing proves nothing, by the report's own word; absent when it says nothing of the kind. */
  shortcomings: z.array(z.enum(scanShortcomings)).optional(),
  /**
   * `false` where the report tells of no fixed version at all, so that each vulnerability may have one; absent where it does,
   * and in snapshots of older releases.
   */
  tellsFixes: z.boolean().optional(),
  /** How many there are of each severity, and for how many of these a fixed version is known. */
  counts: z.record(
    z.enum(scanSeverities),
    z.object({
      /** How many were found. */
      total: z.number().int().nonnegative(),
      /** How many of these a fixed version is known for. */
      fixable: z.number().int().nonnegative(),
    }),
  ),
  /** Each of them, by severity. */
  vulnerabilities: z.record(z.enum(scanSeverities), z.array(vulnerability)),
  /** What the scanner was configured to leave out. */
  suppressed: z.array(
    z.object({
      /** As the scanner calls the vulnerability. */
      id: z.string(),
      /** Name of the package that has it. */
      package: z.string(),
      /** Why, in the words of the report; `''` when it does not tell. */
      reason: z.string(),
    }),
  ),
  /** Packages found in the image; `null` when the report lists only those with vulnerabilities. */
  packages: z
    .array(
      z.object({
        /** As its packager calls it. */
        name: z.string(),
        /** Installed version. */
        version: z.string(),
        /** Package URL; `null` when the report gives none. */
        purl: z.string().nullable(),
      }),
    )
    .nullable(),
});

/** The facts of a scan, before they are made read-only; an interface, so that declarations name it. */
export interface ImageScan extends z.output<typeof imageScanSchema> {}

/** What one report of a scanner, or one bill of materials, says of one image. */
export const imageScan: SubjectKind<'image-scan', ImageScan> = defineSubject({
  kind: 'image-scan',
  label: { en: 'Image scan', zh: '镜像扫描' },
  schema: imageScanSchema,
});

/** The facts of a scan, as a check sees them. */
export type ImageScanFacts = FactsOf<typeof imageScan>;
