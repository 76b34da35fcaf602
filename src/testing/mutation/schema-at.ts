import type { z } from 'zod';

/** A schema of zod's, as its parts have it. */
export type Schema = z.core.$ZodType;

/** How a schema is made; zod keeps it for code that walks one. */
export const definitionOf = (schema: Schema): z.core.$ZodTypes['_zod']['def'] =>
  // Every schema that zod makes is one of its own union.
  (schema as z.core.$ZodTypes)._zod.def;

/** What a value may be: the schemas below unions and wrappers; one of them has to fit. */
export function alternatives(schema: Schema): readonly Schema[] {
  const def = definitionOf(schema);
  if (def.type === 'union') return def.options.flatMap(alternatives);
  if (def.type === 'pipe') return alternatives(def.out);
  if (def.type === 'lazy') return alternatives(def.getter());
  if (def.type === 'intersection') return [def.left, def.right].flatMap(alternatives);
  if (
    def.type === 'optional' ||
    def.type === 'nullable' ||
    def.type === 'default' ||
    def.type === 'prefault' ||
    def.type === 'nonoptional' ||
    def.type === 'readonly' ||
    def.type === 'catch'
  ) {
    return alternatives(def.innerType);
  }
  return [schema];
}

/** The schema of what stands under a key; `undefined` where the schema knows of nothing there. */
export function schemaBelow(schema: Schema, key: string): Schema | undefined {
  for (const one of alternatives(schema)) {
    const def = definitionOf(one);
    if (def.type === 'object' && Object.hasOwn(def.shape, key)) return def.shape[key];
    if (def.type === 'object' && def.catchall) return def.catchall;
    if (def.type === 'record') return def.valueType;
    if (def.type === 'array') return def.element;
    if (def.type === 'tuple') return def.items[Number(key)] ?? def.rest ?? undefined;
  }
  return undefined;
}

/** Whether a key of what a schema describes is a place and no name: of a list, or of one value for each of a few words. */
export const hasPlaces = (schema: Schema): boolean =>
  alternatives(schema).some((one) => {
    const def = definitionOf(one);
    if (def.type === 'record') return definitionOf(def.keyType).type === 'enum';
    return def.type === 'array' || def.type === 'tuple';
  });

/** Whether a schema describes values by names of any sort. */
export const isRecord = (schema: Schema): boolean =>
  alternatives(schema).some((one) => definitionOf(one).type === 'record');
