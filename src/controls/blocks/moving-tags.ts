import { hasVersion } from '../tag-version.ts';

/** An image's name as far as it tells which release it is. */
interface Tagged {
  readonly tag: string | null;
  readonly digest: string | null;
}

/**
 * Whether a name leads to whatever is newest: no digest, and a tag from the list or none, which is `latest`. A tag that is
 * made of one and of a variant without a version, as `stable-alpine`, is no better.
 */
export function isMoving({ tag, digest }: Tagged, moving: readonly string[]): boolean {
  if (digest !== null) return false;
  const written = (tag ?? 'latest').toLowerCase();
  if (moving.includes(written)) return true;
  return !hasVersion(written) && written.split('-').some((part) => moving.includes(part));
}
