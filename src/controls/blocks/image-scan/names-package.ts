/** A package URL in its parts, spelt in one way. */
export interface PackageUrl {
  readonly path: string;
  /** `''` when it tells none. */
  readonly version: string;
  readonly qualifiers: readonly string[];
}

/** The parts of a package URL; `null` when it is none. */
export function partsOf(purl: string): PackageUrl | null {
  if (!purl.startsWith('pkg:')) return null;
  const [whole = ''] = purl.split('#');
  const [named = '', query = ''] = whole.split('?');
  const at = named.lastIndexOf('@');
  // An @ at the front of a name belongs to it: pkg:npm/@scope/name.
  const versioned = at > named.lastIndexOf('/');
  return {
    path: decoded(versioned ? named.slice(0, at) : named),
    version: versioned ? decoded(named.slice(at + 1)) : '',
    qualifiers: query.split('&').filter(Boolean).map(decoded),
  };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/**
 * Whether a statement's package URL is that of a package: one without a version means all of them, and
 * whatever qualifiers it has, the package has as well.
 *
 * @see https://github.com/package-url/purl-spec
 */
export const namesPackage = (said: PackageUrl, own: PackageUrl): boolean =>
  own.path === said.path &&
  (said.version === '' || said.version === own.version) &&
  said.qualifiers.every((each) => own.qualifiers.includes(each));
