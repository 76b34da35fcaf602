/** One spelling for each place: no trailing slash, and the usual links of a merged system followed. */
export function normalisePath(path: string): string {
  const trimmed = path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  return trimmed.replace(/^\/var\/run(?=\/|$)/, '/run').replace(/^\/(s?bin)(?=\/)/, '/usr/$1');
}

/** Whether `path` is `parent` or lies below it, whole segments compared. */
export function isWithin(path: string, parent: string): boolean {
  const one = normalisePath(path);
  const other = normalisePath(parent);
  return other === '/' ? one.startsWith('/') : one === other || one.startsWith(`${other}/`);
}
