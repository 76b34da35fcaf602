import path, { type PlatformPath } from 'node:path';

/** The paths of a system: those of `node:path`, `path.posix` or `path.win32`. */
export type PathRules = Pick<PlatformPath, 'sep' | 'relative' | 'isAbsolute' | 'resolve' | 'join'>;

/** A path with `/` between its names, as evidence and reports hold it on every system; Windows opens it as well. */
export const slashed = (name: string, { sep }: Pick<PathRules, 'sep'> = path): string =>
  sep === '/' ? name : name.replaceAll(sep, '/');

/** The path of a file from a folder, with `/` between its names; in full from another drive. Empty for the folder itself. */
export const relativeName = (folder: string, file: string, rules: PathRules = path): string =>
  slashed(rules.relative(folder, file), rules);

/** How a file is called in messages and evidence: from a folder where it lies below it, else in full. */
export function nameFrom(folder: string, file: string, rules: PathRules = path): string {
  const near = relativeName(folder, file, rules);
  const isNear = near !== '' && !near.startsWith('..') && !rules.isAbsolute(near);
  return isNear ? near : slashed(file, rules);
}

/** Whether a path is a folder or lies below it, both absolute and as they are spelled; Windows knows no capitals. */
export function isBelow(file: string, folder: string, { sep }: Pick<PathRules, 'sep'> = path) {
  const [inner, outer] = sep === '/' ? [file, folder] : [file.toLowerCase(), folder.toLowerCase()];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}
