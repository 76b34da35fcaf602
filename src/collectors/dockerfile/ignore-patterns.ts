/** More stars in one pattern than a person writes would make matching slow. */
const starsAtMost = 8;

interface Pattern {
  readonly keeps: boolean;
  readonly matches: RegExp;
}

/**
 * Reads the patterns of a .dockerignore.
 *
 * @returns whether a path of the context, or a folder above it, is left out; the last pattern that fits decides
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function readIgnorePatterns(text: string): (path: string) => boolean {
  const patterns = text.split(/\r?\n/).flatMap(readPattern);
  return (path) => {
    const parts = path.split('/');
    const folders = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    let out = false;
    for (const { keeps, matches } of patterns) {
      if (folders.some((each) => matches.test(each))) out = !keeps;
    }
    return out;
  };
}

function readPattern(line: string): readonly Pattern[] {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return [];
  const keeps = text.startsWith('!');
  const path = (keeps ? text.slice(1) : text).trim().replace(/^(?:\.?\/)+|\/+$/g, '');
  if (path === '' || (path.match(/\*+/g) ?? []).length > starsAtMost) return [];
  const source = path.replace(
    /\*\*\/|\*\*|\*|\?|\[[^\]]+\]|[\\^$.|+(){}[\]]/g,
    (part) =>
      ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[part] ??
      (part.length > 1 ? part.replace(/\\/g, '') : `\\${part}`),
  );
  try {
    return [{ keeps, matches: new RegExp(`^${path === '.' ? '.*' : source}$`) }];
  } catch {
    // A class that is none, as [z-a]: the builder refuses the file, and nothing is left out here.
    return [];
  }
}
