/** An image's name as far as it tells which release it is. */
interface Tagged {
  readonly tag: string | null;
  readonly digest: string | null;
}

/** Whether a name leads to whatever is newest: no digest, and a tag from the list or none, which is `latest`. */
export const isMoving = ({ tag, digest }: Tagged, moving: readonly string[]): boolean =>
  digest === null && moving.includes((tag ?? 'latest').toLowerCase());
