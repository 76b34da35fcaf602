import { z } from 'zod';
import { listOf, number, recordOf, text, words } from '../../../syntax/json/go-json.ts';
import type { GoShape } from '../../../syntax/json/read-go-json.ts';
import { rawContainer } from '../api-schemas/container.ts';

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

/** The body of `POST /containers/create`: the fields that are used. What it leaves out has Go's zero value. */
export const createBody = z.object({
  ...Config.shape,
  /** Absent leaves it to the image; a list that is there replaces that of the image. */
  Entrypoint: z.union([z.array(z.string()), z.string()]).optional(),
  Cmd: words,
  Volumes: recordOf(z.unknown()),
  HostConfig: host.optional().transform((asked) => asked ?? host.parse({})),
  NetworkingConfig: z.object({ EndpointsConfig: recordOf(z.unknown()) }).optional(),
});

export type CreateBody = z.output<typeof createBody>;

/** The keys of the body as the engine compares them; those of its maps are free. */
export const createShape: GoShape = shapeOf(createBody);

/** A tree of a body without the members of structures that are `null`, which Go passes over. */
export function withoutNulls(tree: unknown, shape: GoShape = createShape): unknown {
  if (Array.isArray(tree)) return tree.map((item) => withoutNulls(item, shape.each ?? {}));
  if (typeof tree !== 'object' || tree === null) return tree;
  const { members, each = {} } = shape;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([, value]) => !members || value !== null)
      .map(([key, value]) => [key, withoutNulls(value, members ? (members[key] ?? {}) : each)]),
  );
}

function shapeOf(schema: z.core.$ZodType): GoShape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return shapeOf(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in);
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape);
    return { members: Object.fromEntries(members.map(([key, below]) => [key, shapeOf(below)])) };
  }
  if (schema instanceof z.ZodArray) return { each: shapeOf(schema.element) };
  return schema instanceof z.ZodRecord ? { each: shapeOf(schema.valueType) } : {};
}
