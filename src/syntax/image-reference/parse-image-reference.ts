/** The parts of an image's name. */
export interface ImageReference {
  /** Host of the registry, `docker.io` when none is named; `''` when the reference is an id. */
  readonly registry: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

/**
 * Takes an image's name apart.
 *
 * @param id of the image that was found under it, to tell a short id from a name; `''` when unknown
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export function parseImageReference(reference: string, id: string): ImageReference {
  if (isImageId(reference, id)) return { registry: '', tag: null, digest: null };
  const [named = '', digest] = reference.split('@');
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const first = named.includes('/') ? named.slice(0, named.indexOf('/')) : '';
  return {
    registry: /[.:]/.test(first) || first === 'localhost' ? first : 'docker.io',
    tag: colon < 0 ? null : named.slice(colon + 1),
    digest: digest ?? null,
  };
}

function isImageId(reference: string, id: string): boolean {
  if (/^(?:sha256:)?[0-9a-f]{64}$/.test(reference)) return true;
  const short = reference.replace(/^sha256:/, '');
  return /^[0-9a-f]{4,63}$/.test(short) && id.replace(/^sha256:/, '').startsWith(short);
}
