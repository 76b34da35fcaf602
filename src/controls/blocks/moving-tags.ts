import { hasVersion } from '../../knowledge/release-tags.ts';

/** An image's name as far as it tells which release it is. */
interface Tagged {
  readonly tag: string | null;
  readonly digest: string | null;
}

/** Words of tags that say how an image is made or what is in it, and nothing of its release. */
const variants: ReadonlySet<string> = new Set([
  ...['alpine', 'apache', 'base', 'builder', 'cli', 'community', 'debian', 'devel'],
  ...['dind', 'enterprise', 'fpm', 'glibc', 'headless', 'jdk', 'jre', 'mainline', 'management'],
  ...['musl', 'otel', 'perl', 'release', 'rootless', 'runtime', 'slim', 'ubuntu', 'zts'],
]);

/**
 * Whether a name leads to whatever is newest: no digest, and a tag from the list or none, which is `latest`. A tag that is
 * made of one and of a variant without a version, as `stable-alpine`, is no better; a variant alone, as `alpine`, is that of `latest`.
 */
export function isMoving({ tag, digest }: Tagged, moving: readonly string[]): boolean {
  if (digest !== null) return false;
  const written = (tag ?? 'latest').toLowerCase();
  if (moving.includes(written)) return true;
  if (hasVersion(written)) return false;
  const parts = written.split('-');
  if (parts.some((part) => moving.includes(part))) return true;
  return moving.includes('latest') && parts.every((part) => variants.has(part));
}
