import { z } from 'zod';
import { rawHealthCheck } from '../workload/raw-health-check.ts';
import { listOf, number, recordOf, text, words } from '../../syntax/json/go-json.ts';

/** An item of `/images/json`. */
export const rawImageItem = z.object({ Id: z.string(), RepoTags: listOf(z.string()) });

/** `/images/{id}/json`: the fields that are used. */
export const rawImage = z.object({
  Id: z.string(),
  RepoTags: listOf(z.string()),
  RepoDigests: listOf(z.string()),
  Created: text,
  Os: text,
  Architecture: text,
  Size: number,
  RootFS: z.object({ Layers: listOf(z.string()) }).optional(),
  /** Sent by engines that keep an image's index, where they are asked for it. */
  Manifests: z.array(z.object({ Kind: text })).nullish(),
  /** From API 1.53 on. */
  Identity: z
    .object({
      Signature: listOf(z.object({ Name: text, Error: text })),
      Pull: listOf(z.object({ Repository: text })),
      Build: listOf(z.unknown()),
    })
    .nullish(),
  Config: z
    .object({
      User: text,
      Env: listOf(z.string()),
      WorkingDir: text,
      ExposedPorts: recordOf(z.unknown()),
      Volumes: recordOf(z.unknown()),
      Entrypoint: words,
      Cmd: words,
      Healthcheck: rawHealthCheck,
      Labels: recordOf(z.string()),
      /** What `docker commit` leaves of the container; not sent since API 1.50. */
      Hostname: z.string().optional(),
      Image: z.string().optional(),
    })
    .nullish(),
});

export type RawImage = z.output<typeof rawImage>;

/** `/images/{id}/history`, newest first. */
export const rawHistory = listOf(
  z.object({ CreatedBy: text, Comment: text, Size: number, Created: number }),
);

export type RawHistory = z.output<typeof rawHistory>;
