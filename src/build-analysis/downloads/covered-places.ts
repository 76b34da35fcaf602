/** A place to which something else may bring files, or what tells it once it is asked. */
export type Covered = string | (() => readonly string[]);

/** Keeps account of the places to which something else may bring files. */
export interface CoveredPlaces {
  readonly add: (place: Covered) => void;
  /** Whether a path is such a place, or lies below one. */
  readonly has: (path: string) => boolean;
}

/** No person copies to more places. */
const manyPlaces = 200;

/** An account without any place so far. */
export function createCoveredPlaces(): CoveredPlaces {
  const places = new Set<string>();
  let notAsked: (() => readonly string[])[] = [];
  return {
    add(place) {
      if (typeof place === 'function') notAsked.push(place);
      else if (places.size < manyPlaces) places.add(place);
    },
    has(path) {
      for (const tell of notAsked) for (const place of tell()) places.add(place);
      notAsked = [];
      for (const place of places) if (isWithin(path, place)) return true;
      return false;
    },
  };
}

const isWithin = (path: string, place: string): boolean =>
  place === '/' ||
  path === place ||
  path.startsWith(`${place}/`) ||
  (place === '.' && !/^[/~$]/.test(path));
