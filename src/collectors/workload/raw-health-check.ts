import { listOf, number } from '../../syntax/json/go-json.ts';
import { z } from 'zod';

/** A health check, of a container, an image or a service. */
export const rawHealthCheck = z
  .object({ Test: listOf(z.string()), Interval: number })
  .nullish()
  .transform((value) => value ?? null);

export type RawHealthCheck = z.output<typeof rawHealthCheck>;
