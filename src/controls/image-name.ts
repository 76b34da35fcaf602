/** An image's name in full: what a short one leaves out is filled in as the engine does it. */
export interface ImageName {
  /** Host of the registry and path in it: `docker.io/library/nginx`. */
  readonly repository: string;
  /** Whether the name itself names the registry. */
  readonly qualified: boolean;
  /** `null` when it has none, which means `latest` unless there is a digest. */
  readonly tag: string | null;
  /** `sha256:…`; `null` when it has none. */
  readonly digest: string | null;
}

/**
 * Takes an image's name apart.
 *
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export function parseImageName(written: string): ImageName {
  const [named = '', digest] = written.split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const first = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  const qualified = /[.:]/.test(first) || first === 'localhost';
  return {
    repository: inFull(path, qualified),
    qualified,
    tag: colon < 0 ? null : named.slice(colon + 1),
    digest: digest ?? null,
  };
}

function inFull(path: string, qualified: boolean): string {
  if (!qualified) return path.includes('/') ? `docker.io/${path}` : `docker.io/library/${path}`;
  const hub = /^(?:index\.)?docker\.io\/(?:library\/)?([^/]+)$/.exec(path)?.[1];
  return hub === undefined
    ? path.replace(/^index\.docker\.io\//, 'docker.io/')
    : inFull(hub, false);
}

/** A name in one spelling, for comparison: `docker.io/library/nginx:latest`. */
export function spelledOut(written: string): string {
  const { repository, tag, digest } = parseImageName(written);
  if (digest !== null) return `${repository}@${digest}`;
  return `${repository}:${tag ?? 'latest'}`;
}

/** Whether a repository is one of the listed registries or repositories, or lies below one: whole segments compared. */
export const isListed = (repository: string, listed: readonly string[]): boolean =>
  listed.some((one) => {
    const place = one.replace(/\/+$/, '').replace(/^index\.docker\.io(?=\/|$)/, 'docker.io');
    return repository === place || repository.startsWith(`${place}/`);
  });
