import { z } from 'zod';
import { listOf, number, recordOf, text, words } from '../../../syntax/json/go-json.ts';
import { rawContainer } from '../api-schemas/container.ts';
import { bodyReader } from './read-body.ts';

const { HostConfig, Config } = rawContainer.shape;

const volumeOptions = z
  .object({
    DriverConfig: z.object({ Name: text, Options: recordOf(z.string()) }).nullish(),
  })
  .nullish();

const mount = z.object({
  Type: text,
  Source: text,
  Target: text,
  ReadOnly: z.boolean().nullish(),
  BindOptions: z.object({ Propagation: text }).nullish(),
  VolumeOptions: volumeOptions,
  TmpfsOptions: z.object({ SizeBytes: number }).nullish(),
});

const host = HostConfig.extend({
  Binds: listOf(z.string()),
  Mounts: listOf(mount),
  VolumesFrom: listOf(z.string()),
  VolumeDriver: text,
});

/** The body of `POST /containers/create`. */
const createBody = z.object({
  ...Config.shape,
  /** Absent leaves it to the image; a list that is there replaces that of the image. */
  Entrypoint: z.union([z.array(z.string()), z.string()]).optional(),
  Cmd: words,
  Volumes: recordOf(z.unknown()),
  HostConfig: host.optional().transform((asked) => asked ?? host.parse({})),
  NetworkingConfig: z.object({ EndpointsConfig: recordOf(z.unknown()) }).optional(),
});

export type CreateBody = z.output<typeof createBody>;

export const readCreateBody = bodyReader(createBody);
