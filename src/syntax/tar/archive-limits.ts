/** What one archive may ask for; beyond it, what was not read is a gap. */
export const limits = {
  /** Files and directories in all layers together. */
  entries: 1_000_000,
  /** Bytes of all their names together: 96 MiB. */
  nameBytes: 96 << 20,
  /** Bytes of one name, as Linux has it. */
  pathBytes: 4096,
  /** Directories above a file. */
  depth: 255,
  /** Bytes of a header that has no fixed length: 1 MiB. */
  headerBytes: 1 << 20,
  /** Such headers before one file. */
  headers: 16,
  /** Things in the outermost archive. */
  outerEntries: 20_000,
  /** Bytes of one JSON document, and of all together. */
  documentBytes: 8 << 20,
  documentsBytes: 32 << 20,
  layers: 1_000,
  images: 200,
  /** Files from which more is kept than their names. */
  noted: 50_000,
  /** Found files of one sort that are kept of one image. */
  found: 2_000,
  links: 200_000,
  /** Bytes of a file that is looked into: 256 KiB. */
  lookedInto: 256 << 10,
  /** Bytes of a list of packages: 16 MiB. */
  packageBytes: 16 << 20,
  /** Bytes of RPM's database, which is read into memory twice: 48 MiB. */
  rpmBytes: 48 << 20,
  /** How far a layer may grow when it is unpacked: so many bytes for each of its own, and 1 GiB. */
  growth: 200,
  growthBytes: 1 << 30,
} as const;
