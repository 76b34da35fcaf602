import { z } from 'zod';
import { listOf, recordOf, text } from './shapes.ts';

/** `/volumes`. */
export const rawVolumeList = z.object({ Volumes: listOf(z.object({ Name: z.string() })) });

/** `/volumes/{name}`: the fields that are used. */
export const rawVolume = z.object({
  Name: z.string(),
  Driver: text,
  Scope: text,
  Mountpoint: text,
  CreatedAt: text,
  Options: recordOf(z.string()),
  Labels: recordOf(z.string()),
});

export type RawVolume = z.output<typeof rawVolume>;
