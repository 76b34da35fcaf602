import { alternatives, definitionOf, type Schema } from './schema-at.ts';

/** How deep a sample goes before it gives up: a schema may hold itself. */
const deepest = 8;

/**
 * The plainest value that a schema may hold: the first of several, lists empty, texts telling that they were made up.
 * `undefined` where nothing plain will do, such as for a text that must match a pattern.
 */
export function sampleOf(schema: Schema, depth = 0): unknown {
  const [first] = alternatives(schema);
  if (first === undefined || depth > deepest) return undefined;
  const def = definitionOf(first);
  if (def.type === 'boolean') return false;
  if (def.type === 'number') return Math.max(1, bound(first, 'greater_than') ?? 1);
  if (def.type === 'string') return isInstant(first) ? instants[0] : 'changed';
  if (def.type === 'enum') return Object.values(def.entries)[0];
  if (def.type === 'literal') return def.values[0];
  if (def.type === 'array') return [];
  if (def.type === 'record') return {};
  if (def.type === 'null') return null;
  if (def.type !== 'object') return undefined;
  return Object.fromEntries(
    Object.entries(def.shape)
      .filter(([, part]) => definitionOf(part).type !== 'optional')
      .map(([key, part]) => [key, sampleOf(part, depth + 1)]),
  );
}

/** Long ago, and long from now. */
export const instants = ['1970-01-01T00:00:00Z', '2999-01-01T00:00:00Z'] as const;

/** The least or the most that a number may be, where its schema sets one. */
export function bound(schema: Schema, end: 'greater_than' | 'less_than'): number | undefined {
  const check = definitionOf(schema).checks?.find(({ _zod }) => _zod.def.check === end);
  const value: unknown = check && Reflect.get(check._zod.def, 'value');
  return typeof value === 'number' ? value : undefined;
}

/** Whether a text has to be an instant, ISO 8601. */
export function isInstant(schema: Schema): boolean {
  const def = definitionOf(schema);
  return def.type === 'string' && 'format' in def && def.format === 'datetime';
}
