import { z } from 'zod';
import { alternatives, definitionOf, type Schema } from './schema-at.ts';
import { bound, instants, isInstant, sampleOf } from './sample.ts';

/** Other values that a fact might have had, each allowed by its schema: the likely ones first. */
export function mutantsOf(
  schema: Schema,
  value: unknown,
  hints: readonly unknown[],
  mayLack = false,
): readonly unknown[] {
  const made = [
    ...hints,
    ...alternatives(schema).flatMap((one) => variants(one, value, hints)),
    null,
    undefined,
  ];
  const seen = new Set([spell(value)]);
  return made.filter((candidate) => {
    const spelled = spell(candidate);
    if (seen.has(spelled)) return false;
    seen.add(spelled);
    return (candidate === undefined && mayLack) || z.safeParse(schema, candidate).success;
  });
}

/** One text for equal values. */
export const spell = (value: unknown): string =>
  value === undefined ? 'undefined' : JSON.stringify(value);

function variants(schema: Schema, value: unknown, hints: readonly unknown[]): readonly unknown[] {
  const def = definitionOf(schema);
  if (def.type === 'boolean') return [value !== true, true, false];
  if (def.type === 'number') return numbers(schema, value, hints);
  if (def.type === 'string') return texts(value, isInstant(schema));
  if (def.type === 'enum') return Object.values(def.entries);
  if (def.type === 'literal') return def.values;
  if (def.type === 'array') return lists(def.element, value);
  if (def.type === 'record') return records(def.valueType, value);
  return [sampleOf(schema)];
}

/** Across every threshold that is likely: the ends, zero, the neighbours, and the neighbours of what a case names. */
function numbers(schema: Schema, value: unknown, hints: readonly unknown[]): readonly unknown[] {
  const near = [value, ...hints].flatMap((one) =>
    typeof one === 'number' ? [one - 1, one + 1, one * 1000] : [],
  );
  const ends = [bound(schema, 'greater_than'), bound(schema, 'less_than')];
  return [0, 1, -1, ...ends, ...near, 1e15];
}

const texts = (value: unknown, instant: boolean): readonly unknown[] =>
  instant
    ? instants
    : ['', 'changed', ...(typeof value === 'string' ? [`${value}-changed`, `x${value}`] : [])];

/** Empty, one less at either end, and one more. */
function lists(element: Schema, value: unknown): readonly unknown[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return [[], [...items, sampleOf(element)], items.slice(1), items.slice(0, -1)];
}

/** Empty, one more, and each one less. */
function records(element: Schema, value: unknown): readonly unknown[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const without = entries.map(([key]) =>
    Object.fromEntries(entries.filter(([one]) => one !== key)),
  );
  const more = Object.fromEntries([...entries, ['changed', sampleOf(element)]]);
  return [{}, more, ...without];
}
