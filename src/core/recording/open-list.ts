/**
 * A list whose beginning alone is known. Its known items can decide a check; anything that needs its end meets a
 * gap: the length, a loop to the end, a search that found nothing.
 */

/** Where the known part of a list ends. */
export interface OpenEnd {
  /** How many items are known; they come first. */
  readonly known: number;
  /** Leaves the mark of the gap and goes on. */
  readonly pass: () => void;
  /** Leaves the mark of the gap and throws `GapTouched`. */
  readonly meet: () => never;
}

/** Under this key a list that is open tells its end; it is out of reach of the authors of checks. */
export const openEnd: unique symbol = Symbol('open end');

type List = readonly unknown[];
type Callback = (item: unknown, at: number, list: List) => unknown;

/** Where the known part of a list ends; `undefined` of a list that is known as a whole. */
export const endOf = (list: List & { readonly [openEnd]?: OpenEnd }): OpenEnd | undefined =>
  list[openEnd];

/** Whether a key of a list asks for what lies beyond its known items, or how many there are. */
export const isBeyond = (known: number, key: string): boolean =>
  key === 'length' || (/^\d+$/.test(key) && Number(key) >= known);

function* itemsOf(list: List): Generator<[number, unknown]> {
  const end = endOf(list);
  const known = end ? end.known : list.length;
  for (let at = 0; at < known; at += 1) yield [at, list[at]];
}

/** The place of the first item that is looked for; -1 where a list that is known as a whole has none. */
function seek(list: List, wanted: (item: unknown, at: number) => unknown): number {
  for (const [at, item] of itemsOf(list)) if (wanted(item, at)) return at;
  endOf(list)?.meet();
  return -1;
}

/** A list made of an open one is as open. That it was made is a mark already: its maker saw how far the known part goes. */
function derive(list: List, items: List): List {
  const end = endOf(list);
  if (!end) return items;
  end.pass();
  return openList(items, end);
}

const knownOf = (list: List): unknown[] => Array.from(itemsOf(list), ([, item]) => item);

/** The methods of a list that may be done before its end, or that make another list. All others ask for its length. */
const methods = {
  some(this: List, wanted: Callback, self?: unknown): boolean {
    return seek(this, (item, at) => wanted.call(self, item, at, this)) >= 0;
  },
  every(this: List, wanted: Callback, self?: unknown): boolean {
    return seek(this, (item, at) => !wanted.call(self, item, at, this)) < 0;
  },
  find(this: List, wanted: Callback, self?: unknown): unknown {
    return this[seek(this, (item, at) => wanted.call(self, item, at, this))];
  },
  findIndex(this: List, wanted: Callback, self?: unknown): number {
    return seek(this, (item, at) => wanted.call(self, item, at, this));
  },
  includes(this: List, wanted: unknown, ...from: readonly number[]): boolean {
    if (from.length > 0) return Array.prototype.includes.call(this, wanted, ...from);
    return seek(this, (item) => [item].includes(wanted)) >= 0;
  },
  filter(this: List, wanted: Callback, self?: unknown): List {
    return derive(
      this,
      knownOf(this).filter((item, at) => wanted.call(self, item, at, this)),
    );
  },
  map(this: List, change: Callback, self?: unknown): List {
    return derive(
      this,
      knownOf(this).map((item, at) => change.call(self, item, at, this)),
    );
  },
  flatMap(this: List, change: Callback, self?: unknown): List {
    return derive(
      this,
      knownOf(this).flatMap((item, at) => change.call(self, item, at, this)),
    );
  },
  *values(this: List): Generator {
    for (const [, item] of itemsOf(this)) yield item;
    endOf(this)?.meet();
  },
  *entries(this: List): Generator<[number, unknown]> {
    yield* itemsOf(this);
    endOf(this)?.meet();
  },
};

const byName = new Map<string | symbol, unknown>([
  ...Object.entries(methods),
  // oxlint-disable-next-line unbound-method -- code that reads it from a list calls it on that list
  [Symbol.iterator, methods.values],
]);

/** What an open list has under a key, where that is not what every list has; `undefined` otherwise. */
export const openMethod = (key: string | symbol, end: OpenEnd): unknown =>
  key === openEnd ? end : byName.get(key);

function refuse(): never {
  throw new TypeError('Facts are read-only.');
}

/** A list whose items are only the first of who knows how many. */
function openList(items: List, { pass, meet }: OpenEnd): List {
  const end = { known: items.length, pass, meet };
  const reach = (key: string | symbol): void => {
    if (typeof key === 'string' && isBeyond(end.known, key)) meet();
  };
  return new Proxy([...items], {
    get(target, key) {
      reach(key);
      const value: unknown = openMethod(key, end) ?? Reflect.get(target, key);
      return value;
    },
    has(target, key) {
      reach(key);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      reach(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys: meet,
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse,
  });
}
