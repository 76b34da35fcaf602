/** A path below a folder, which may be empty. */
export const joined = (folder: string, rest: string): string =>
  folder === '/'
    ? `/${rest.replace(/^\//, '')}`
    : folder === '.'
      ? rest.replace(/^\//, '') || '.'
      : folder + rest;

/** What stands behind a pattern in a path that it matches, or that lies below one; `undefined` of any other. */
export function restBehind(path: string, pattern: string): string | undefined {
  if (pattern === '/') return path;
  if (!/[*?[]/.test(pattern)) {
    return path === pattern
      ? ''
      : path.startsWith(`${pattern}/`)
        ? path.slice(pattern.length)
        : undefined;
  }
  if (pattern.startsWith('**/')) return restDeeper(path, '.', pattern.slice(3));
  const deep = pattern.indexOf('/**/');
  if (deep >= 0) return restDeeper(path, pattern.slice(0, deep), pattern.slice(deep + 4));
  const wanted = pattern.split('/');
  const parts = path.split('/');
  if (parts.length < wanted.length) return undefined;
  const fits = wanted.every((part, at) => isLike(parts[at] ?? '', part));
  return fits
    ? parts
        .slice(wanted.length)
        .map((part) => `/${part}`)
        .join('')
    : undefined;
}

/** The same of a file of a name at any depth below a folder. */
function restDeeper(path: string, folder: string, name: string): string | undefined {
  const below =
    folder === '.' && !/^[/~$]/.test(path) ? `/${path}` : restBehind(path, folder || '/');
  return below !== undefined && isLike(below.slice(below.lastIndexOf('/') + 1), name)
    ? ''
    : undefined;
}

/** A pattern is held against how a name begins and ends. */
function isLike(name: string, pattern: string): boolean {
  const at = pattern.search(/[*?[]/);
  if (at < 0) return name === pattern;
  const end = /[^*?[\]]*$/.exec(pattern)?.[0] ?? '';
  return (
    name.length >= at + end.length && name.startsWith(pattern.slice(0, at)) && name.endsWith(end)
  );
}
