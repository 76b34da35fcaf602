import { z } from 'zod';

/**
 * The building blocks of what engines answer. Go leaves out what is empty, or sends `null` for a list or a map, and
 * what may be left out differs from engine to engine: each block has a default, and `readWhole` tells whether it counts.
 */

/** `''` when nothing was sent. */
export const text = z
  .string()
  .optional()
  .transform((value) => value ?? '');

/** 0 when nothing was sent. */
export const number = z
  .number()
  .optional()
  .transform((value) => value ?? 0);

/** 0 when nothing was sent, or `null`, as Go does for what is not set. */
export const numberOrNull = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);

/** `false` when nothing was sent. */
export const flag = z
  .boolean()
  .optional()
  .transform((value) => value ?? false);

/** `false` when nothing was sent, or `null`, as Go does for what is not set. */
export const flagOrNull = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** Empty when nothing was sent. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items): z.output<Item>[] => items ?? []);

/** Empty when nothing was sent. */
export const recordOf = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string(), value)
    .nullish()
    .transform((values): Record<string, z.output<Value>> => values ?? {});

/** A list of strings; a single string is a list of one, as old builders wrote commands. */
export const words = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((value) => (typeof value === 'string' ? [value] : (value ?? [])));
