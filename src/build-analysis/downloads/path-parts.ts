/** The folder that a path lies in. */
export const parentOf = (path: string): string =>
  path.includes('/') ? path.slice(0, Math.max(path.lastIndexOf('/'), 1)) : '.';

/** No person puts files deeper. */
const deepest = 20;

/** Where a part of a path begins that lies in a folder. */
export interface Part {
  readonly folder: string;
  /** The first name in it, and whether more stands behind that. */
  readonly first: string;
  readonly isDeeper: boolean;
}

/** The folders that a path lies in, the last one first. */
export function partsOf(path: string): readonly Part[] {
  const parts: Part[] = [];
  let at = /^[/~$]/.test(path) ? path.indexOf('/') : -1;
  for (let depth = 0; depth < deepest; depth += 1) {
    const folder = at < 0 ? '.' : at === 0 ? '/' : path.slice(0, at);
    const [first = '', ...below] = path.slice(at + 1).split('/', 2);
    parts.push({ folder, first, isDeeper: below.length > 0 });
    at = path.indexOf('/', at + 1);
    if (at < 0) break;
  }
  return parts.toReversed();
}
