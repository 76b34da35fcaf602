import { oncePerList } from '../once-per-list.ts';

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
  const at = written.indexOf('@');
  const named = at < 0 ? written : written.slice(0, at);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const first = path.slice(0, Math.max(0, path.indexOf('/')));
  const qualified = first.includes('.') || first.includes(':') || first === 'localhost';
  return {
    repository: inFull(path, qualified),
    qualified,
    tag: colon < 0 ? null : named.slice(colon + 1),
    digest: at < 0 ? null : written.slice(at + 1),
  };
}

const hub = 'docker.io/';

function inFull(path: string, qualified: boolean): string {
  if (!qualified) return path.includes('/') ? `${hub}${path}` : `${hub}library/${path}`;
  const name = path.startsWith(`index.${hub}`) ? path.slice('index.'.length) : path;
  // On Docker Hub a name of one word is in its library.
  return name.startsWith(hub) && !name.includes('/', hub.length)
    ? `${hub}library/${name.slice(hub.length)}`
    : name;
}

/** A name in one spelling, for comparison: `docker.io/library/nginx:latest`. */
export function spelledOut(written: string): string {
  const { repository, tag, digest } = parseImageName(written);
  if (digest !== null) return `${repository}@${digest}`;
  return `${repository}:${tag ?? 'latest'}`;
}

/** Whether two names mean the same image. */
export const isSameImage = (one: string, other: string): boolean =>
  one === other || spelledOut(one) === spelledOut(other);

/** Other names of hosts that serve what Docker Hub has. */
const ofHub =
  /^(?:(?:index|registry|registry-1)\.docker\.io|registry(?:\.hub)?\.docker\.com)(?=\/|$)/;

const placesOf = oncePerList((listed) =>
  listed.map((one) => one.replace(/\/+$/, '').replace(ofHub, 'docker.io')),
);

/** Whether a repository is one of the listed registries or repositories, or lies below one: whole segments compared. */
export const isListed = (repository: string, listed: readonly string[]): boolean => {
  const name = repository.replace(ofHub, 'docker.io');
  return placesOf(listed).some(
    (place) =>
      name.startsWith(place) && (name.length === place.length || name[place.length] === '/'),
  );
};
