/** Symbolic links, and where paths lead by way of them. */
export interface PathLinks {
  /** A path is a link from here on. */
  readonly add: (path: string, target: string) => void;
  /** A path is none any more. */
  readonly remove: (path: string) => void;
  /** What a link leads to; `undefined` of what is none. */
  readonly targetOf: (path: string) => string | undefined;
  /** Where a path leads to; itself where no link is on the way. */
  readonly resolve: (path: string) => string;
  readonly all: () => Iterable<readonly [path: string, target: string]>;
}

/** More links on the way to a file are a circle; Linux gives up behind 40. */
const longestWay = 16;

/** No person makes more links by name, or a longer path. */
const manyLinks = 1000;
const longest = 1024;

/** An account in which there is no link so far. */
export function createPathLinks(): PathLinks {
  const links = new Map<string, string>();
  /** What a path leads to past its first link; `undefined` where there is none. */
  const next = (path: string): string | undefined => {
    for (let end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
      const target = links.get(end < 0 ? path : path.slice(0, end));
      if (target !== undefined) {
        return (target === '/' ? '' : target) + (end < 0 ? '' : path.slice(end));
      }
      if (end < 0) return undefined;
    }
  };
  return {
    add(path, target) {
      if (path !== target && links.size < manyLinks) links.set(path, target);
    },
    remove: (path) => links.delete(path),
    targetOf: (path) => links.get(path),
    all: () => links,
    resolve(path) {
      if (links.size === 0) return path;
      let at = path;
      for (let way = 0; way < longestWay; way += 1) {
        const further = next(at);
        if (further === undefined) return at === '' ? '/' : at;
        if (further.length > longest) return path;
        at = further;
      }
      return path;
    },
  };
}
