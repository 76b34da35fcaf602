import { z } from 'zod';
import { listOf, recordOf } from '../../syntax/json/go-json.ts';
import { rawImage } from '../image/raw-image.ts';

/** `''` when nothing stands there, or `null`. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** `manifest.json` of docker save. */
export const dockerManifest = z.array(
  z.object({ Config: z.string(), RepoTags: listOf(z.string()), Layers: listOf(z.string()) }),
);

const descriptor = z.object({
  mediaType: text,
  digest: z.string(),
  annotations: recordOf(z.string()),
  platform: z.object({ architecture: text, os: text }).nullish(),
});

/** An index of an OCI layout. */
export const ociIndex = z.object({ manifests: z.array(descriptor) });

/** A manifest of one image. */
export const ociManifest = z.object({ config: descriptor, layers: z.array(descriptor) });

/** The configuration of an image, as it lies in archives and registries. */
export const imageConfig = z.object({
  created: text,
  os: text,
  architecture: text,
  config: rawImage.shape.Config,
  rootfs: z.object({ diff_ids: listOf(z.string()) }).nullish(),
  history: listOf(
    z.object({
      created: text,
      created_by: text,
      comment: text,
      empty_layer: z.boolean().nullish(),
    }),
  ),
});

export type ImageConfig = z.output<typeof imageConfig>;
