import fc from 'fast-check';

/** One change of a document: what is done to the member that `seed` picks. */
export interface Mutation {
  readonly seed: number;
  readonly what: 'set' | 'drop' | 'repeat' | 'move' | 'rename';
  readonly value: unknown;
}

/** Values that programs have stumbled over. */
const awkward = [
  '__proto__',
  'constructor',
  '',
  null,
  [],
  {},
  -1,
  1e308,
  true,
  '9'.repeat(400),
  'a/'.repeat(20_000),
  ' '.repeat(50_000),
  'sha256:',
  '\ud800',
  '2026-13-45T99:99:99Z',
];

/** A change of some member of a document, whatever the document is. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  seed: fc.nat(),
  what: fc.constantFrom('set', 'drop', 'repeat', 'move', 'rename'),
  value: fc.oneof(fc.jsonValue(), fc.constantFrom(...awkward)),
});

type Place = readonly [owner: object, key: string];

function placesIn(document: unknown): readonly Place[] {
  const places: Place[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node, key]);
      walk(child);
    }
  };
  walk(document);
  return places;
}

/** A copy of a document with changes: members set, dropped, repeated, put elsewhere or called something else. */
export function mutate(document: unknown, changes: readonly Mutation[]): unknown {
  const copy: unknown = structuredClone(document);
  for (const { seed, what, value } of changes) {
    const places = placesIn(copy);
    const place = places[seed % Math.max(1, places.length)];
    if (place === undefined) continue;
    const [owner, key] = place;
    const here: unknown = Reflect.get(owner, key);
    if (what === 'set') put(owner, key, structuredClone(value));
    else if (what === 'repeat' && Array.isArray(here)) {
      const items: readonly unknown[] = here;
      here.push(...structuredClone(items).slice(0, 50));
    } else if (what === 'rename') {
      Reflect.deleteProperty(owner, key);
      put(owner, typeof value === 'string' ? value : 'other', here);
    } else if (what === 'move') {
      const other = places[(seed * 7 + 1) % places.length];
      if (other) put(other[0], other[1], structuredClone(here));
    } else Reflect.deleteProperty(owner, key);
  }
  return copy;
}

/** As JSON.parse does it: `__proto__` is a key like any other. */
const put = (owner: object, key: string, value: unknown): void => {
  if (Array.isArray(owner) && !/^\d{1,4}$/.test(key)) return;
  Object.defineProperty(owner, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
};
