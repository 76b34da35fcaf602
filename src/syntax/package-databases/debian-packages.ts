/** A package that is installed, or that an archive has. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
  /** `amd64`, or `all` for every one. */
  readonly architecture: string;
}

/** States of dpkg in which files of a package are on the disk. */
export const isThere =
  / (?:installed|triggers-(?:awaited|pending)|half-(?:configured|installed)|unpacked)$/;

/** The packages of a list of an archive, or of the status of dpkg those that are installed. */
export function* debianPackages(text: string): Generator<DebianPackage> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n\n', from);
    const part = text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 2;
    const status = fieldOf(part, 'Status');
    if (status !== undefined && !isThere.test(status)) continue;
    const [name, version] = [fieldOf(part, 'Package'), fieldOf(part, 'Version')];
    const architecture = fieldOf(part, 'Architecture') ?? 'all';
    if (name !== undefined && version !== undefined) yield { name, version, architecture };
  }
}

/** The date of a release of an archive, ISO 8601, as its Release file has it; none where it has none. */
export function releaseDates(text: string): readonly string[] {
  const date = new Date(fieldOf(text, 'Date') ?? '');
  return Number.isNaN(date.getTime()) ? [] : [date.toISOString()];
}

/** Names of fields are written in any case. */
const fields = {
  Package: /^Package:(.*)$/im,
  Version: /^Version:(.*)$/im,
  Architecture: /^Architecture:(.*)$/im,
  Status: /^Status:(.*)$/im,
  Date: /^Date:(.*)$/im,
} as const;

const fieldOf = (part: string, field: keyof typeof fields): string | undefined =>
  fields[field].exec(part)?.[1]?.trim();
