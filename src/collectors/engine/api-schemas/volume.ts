import { z } from 'zod';
import { recordOf, text } from '../../../syntax/json/go-json.ts';

/** An item of `/volumes`. */
export const rawVolumeItem = z.object({ Name: z.string() });

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
