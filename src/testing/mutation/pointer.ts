import { pointerSegment } from '../../core/facts/pointer.ts';
import { hasPlaces, isRecord, schemaBelow, type Schema } from './schema-at.ts';

/** What stands at a place; `undefined` where nothing does. */
export function valueAt(facts: unknown, keys: readonly string[]): unknown {
  let at = facts;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** A copy with another value at a place; `undefined` takes the key away. */
export function withValue(facts: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const below = withValue(valueAt(facts, [key]), rest, value);
  if (Array.isArray(facts)) {
    return facts.map((item: unknown, at) => (String(at) === key ? below : item));
  }
  const entries = Object.entries(typeof facts === 'object' && facts !== null ? facts : {});
  const others = entries.filter(([name]) => name !== key);
  return Object.fromEntries(below === undefined ? others : [...others, [key, below]]);
}

/** A fact of a kind, wherever it stands in a list: the path with `*` for places, and the schema of what stands there. */
export interface FactPlace {
  readonly path: string;
  readonly schema: Schema;
  /** Whether it may be absent although its schema allows no absence: a key of a record. */
  readonly mayLack: boolean;
}

/** Which fact a path leads to; `undefined` when the schema knows of none there. */
export function factAt(schema: Schema, keys: readonly string[]): FactPlace | undefined {
  let at: Schema = schema;
  let path = '';
  let mayLack = false;
  for (const key of keys) {
    mayLack = isRecord(at) && !hasPlaces(at);
    path += `/${hasPlaces(at) ? '*' : pointerSegment(key)}`;
    const below = schemaBelow(at, key);
    if (below === undefined) return undefined;
    at = below;
  }
  return { path, schema: at, mayLack };
}

/** Everything that stands at the places that a path with `*` leads to. */
export function valuesAt(facts: unknown, keys: readonly string[]): readonly unknown[] {
  const [key, ...rest] = keys;
  if (key === undefined) return facts === undefined ? [] : [facts];
  if (key === '*' && typeof facts === 'object' && facts !== null) {
    return Object.values(facts).flatMap((item: unknown) => valuesAt(item, rest));
  }
  return valuesAt(valueAt(facts, [key]), rest);
}
