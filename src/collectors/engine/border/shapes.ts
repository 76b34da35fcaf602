import { z } from 'zod';

/**
 * The building blocks of what engines answer. Docker, being written in Go, leaves out or sends `null` for
 * what is empty, and Podman differs in which; each block reads all three as empty.
 */

/** `''` when nothing was sent. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** 0 when nothing was sent. */
export const number = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);

/** `false` when nothing was sent. */
export const flag = z
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
