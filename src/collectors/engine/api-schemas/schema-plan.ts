import { z } from 'zod';
import type { KeysBelow } from '../../../knowledge/answers/answer-keys.ts';

/** What a schema reads of an answer, and which keys of it may not be left out. */
export interface Plan {
  /** Of an object; absent for anything else. */
  readonly members?: readonly Member[];
  /** Of the items of a list or the values of a map; absent for anything else. */
  readonly each?: Plan;
}

/** A key that a schema reads. */
interface Member {
  readonly key: string;
  /** Whether its absence says that something is not known, rather than that it is empty. */
  readonly needed: boolean;
  /** Whether it is empty as a list or a map, and `null` says that something is not known. */
  readonly neverNull: boolean;
  readonly plan: Plan;
}

const leaf: Plan = {};

/** Lays out what a schema reads; of what is not known, no key may be left out. */
function makePlan(schema: z.core.$ZodType, known: KeysBelow | undefined): Plan {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const keys = known && 'always' in known ? known : undefined;
    const optional = new Set(keys?.optional);
    const neverNull = new Set(keys?.neverNull);
    const members = Object.entries<z.core.$ZodType>(inner.shape).map(([key, below]) => ({
      key,
      needed: !optional.has(key),
      neverNull: neverNull.has(key),
      plan: makePlan(below, keys?.under?.[key]),
    }));
    return { members };
  }
  const each = known && 'each' in known ? known.each : undefined;
  if (inner instanceof z.ZodArray) return { each: makePlan(inner.element, each) };
  if (inner instanceof z.ZodRecord) return { each: makePlan(inner.valueType, each) };
  return leaf;
}

/** What a schema accepts, less that it may be absent and what is made of it. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema;
}

const nothingKnown = {};

const plans = new WeakMap<z.ZodType, WeakMap<object, Plan>>();

/** The plan of a schema for an engine with these properties. */
export function planOf(schema: z.ZodType, known: KeysBelow | undefined): Plan {
  let bySchema = plans.get(schema);
  if (!bySchema) plans.set(schema, (bySchema = new WeakMap()));
  let plan = bySchema.get(known ?? nothingKnown);
  if (!plan) bySchema.set(known ?? nothingKnown, (plan = makePlan(schema, known)));
  return plan;
}
