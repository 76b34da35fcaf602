interface PackageUrl {
  readonly path: string;
  readonly version: string;
  readonly qualifiers: readonly string[];
}

/** A package URL in its parts, spelt in one way; `null` when it is none. */
function parse(purl: string): PackageUrl | null {
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
export function namesPackage(said: string, purl: string | null): boolean {
  const other = parse(said);
  const own = purl === null ? null : parse(purl);
  return (
    own !== null &&
    other !== null &&
    own.path === other.path &&
    (other.version === '' || other.version === own.version) &&
    other.qualifiers.every((each) => own.qualifiers.includes(each))
  );
}
