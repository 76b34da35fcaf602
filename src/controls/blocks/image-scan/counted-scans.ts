import type { ImageScanFacts } from '../../../core/subjects/image-scan.ts';
import { liesAhead } from '../days.ts';

/** A scan, and what of it counts. */
export interface CountedScan {
  readonly scan: ImageScanFacts;
  /** The newer one by the same scanner; `null` where it is itself the newest, does not tell its time or lies in the future. */
  readonly newer: ImageScanFacts | null;
  /** Older ones by the same scanner. */
  readonly older: readonly ImageScanFacts[];
  /** Whether what was found in a package counts. */
  readonly counts: (name: string) => boolean;
}

/**
 * Which scans of one image count, and for what. The image is the same in all of them, so that what was found once is still there,
 * unless the scanner took it back: it looked at the package again and did not find it. One from the future takes nothing back:
 * when it looked is as little known as of one that does not tell. Neither does one that says of itself that its silence is no proof.
 */
export function countedScans(
  scans: readonly ImageScanFacts[],
  collectedAt: string,
): readonly CountedScan[] {
  const isTimed = ({ scannedAt }: ImageScanFacts): boolean =>
    scannedAt !== null && !liesAhead(scannedAt, collectedAt);
  const newest = new Map<string, ImageScanFacts>();
  for (const scan of scans) {
    const known = newest.get(scan.scanner.name)?.scannedAt ?? '';
    if (scan.scannedAt !== null && isTimed(scan) && isProof(scan) && scan.scannedAt > known) {
      newest.set(scan.scanner.name, scan);
    }
  }
  return scans.map((scan) => {
    const last = newest.get(scan.scanner.name);
    if (last === undefined || !isTimed(scan) || !isOlder(scan, last)) {
      const older = scans.filter((each) => isOlder(each, scan));
      return { scan, newer: null, older, counts: () => true };
    }
    const looked = lookedAt(last);
    return { scan, newer: last, older: [], counts: (name) => !looked().has(name) };
  });
}

const isProof = ({ shortcomings = [] }: ImageScanFacts): boolean => shortcomings.length === 0;

const isOlder = (one: ImageScanFacts, than: ImageScanFacts): boolean =>
  one.scanner.name === than.scanner.name &&
  one.scannedAt !== null &&
  than.scannedAt !== null &&
  one.scannedAt < than.scannedAt;

/** The packages that a scan says it looked at: it lists them, or found something in them; put together when they are asked for. */
function lookedAt({
  packages,
  vulnerabilities,
  suppressed,
}: ImageScanFacts): () => ReadonlySet<string> {
  let names: ReadonlySet<string> | undefined;
  return () =>
    (names ??= new Set([
      ...(packages ?? []).map(({ name }) => name),
      ...Object.values(vulnerabilities).flatMap((found) => found.map((each) => each.package)),
      ...suppressed.map((each) => each.package),
    ]));
}
