import type { ImageScan } from '../../../core/subjects/image-scan.ts';
import type { Vex } from '../../../core/subjects/vex.ts';

/** One vulnerability, before it is sorted by severity. */
export interface Found {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly package: string;
  readonly version: string;
  readonly purl: string | null;
  readonly fixedIn: string | null;
  /** In the scanner's own words. */
  readonly severity: string;
  /** JSON Pointer. */
  readonly at: string;
}

/** What a report says of one image, in any format. */
export interface ScanReport extends Pick<
  ImageScan,
  | 'scanner'
  | 'format'
  | 'image'
  | 'scannedAt'
  | 'databaseAt'
  | 'shortcomings'
  | 'tellsFixes'
  | 'suppressed'
  | 'packages'
> {
  /** `null` when the image was not looked at for vulnerabilities. */
  readonly found: readonly Found[] | null;
}

/** A VEX document, less what its bytes alone say. */
export type VexDocument = Omit<Vex, 'sha256'>;

/** Everything that one file says. */
export interface Reading {
  readonly scans: readonly ScanReport[];
  readonly vex: readonly VexDocument[];
}

/** Reads one format. */
export interface Adapter {
  /** How a person calls the format. */
  readonly title: string;
  /** Whether a document is of this format, by its content. */
  readonly recognises: (document: Readonly<Record<string, unknown>>) => boolean;
  /**
   * Reads a document that was recognised. `subjects` are the digests that an attestation around it is about, for what names
   * nothing itself.
   *
   * @throws Misfit where the document is not what its format says
   */
  readonly read: (document: unknown, subjects?: readonly string[]) => Reading;
}
