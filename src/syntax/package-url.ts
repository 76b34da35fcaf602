/** What a package URL says that a report may leave out elsewhere. */
export interface NamedPackage {
  /** Without the namespace; `''` when it is no package URL. */
  readonly name: string;
  /** `''` when it tells none. */
  readonly version: string;
}

/**
 * Name and version in a package URL, percent signs resolved.
 *
 * @see https://github.com/package-url/purl-spec
 */
export function fromPurl(purl: string): NamedPackage {
  if (!purl.startsWith('pkg:')) return { name: '', version: '' };
  const [path = ''] = purl.split(/[?#]/);
  const at = path.lastIndexOf('@');
  // An @ before the last slash is of a scope: pkg:npm/@scope/name.
  const versioned = at > path.lastIndexOf('/');
  const full = versioned ? path.slice(0, at) : path;
  return {
    name: decoded(full.slice(full.lastIndexOf('/') + 1)),
    version: versioned ? decoded(path.slice(at + 1)) : '',
  };
}

/** A package URL that has the version: its own, or else the one that is given. */
export function withVersion(purl: string, version: string): string {
  if (version === '' || !purl.startsWith('pkg:') || fromPurl(purl).version !== '') return purl;
  const end = purl.search(/[?#]/);
  const path = end < 0 ? purl : purl.slice(0, end);
  return `${path}@${encodeURIComponent(version)}${end < 0 ? '' : purl.slice(end)}`;
}

/** Percent signs resolved; what is no such spelling stays as it is. */
export function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
