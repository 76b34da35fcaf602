import { createHash } from 'node:crypto';
import { tar, type MadeEntry } from './tar.ts';

const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What an image archive is made with. */
export interface MadeImage {
  /** How each layer lies in it; as it is, unless told. */
  readonly pack?: (layer: Buffer) => Buffer;
  /** What the configuration says of a layer, should it lie. */
  readonly diffId?: (layer: Buffer) => string;
  /** What a layer is called in it. */
  readonly name?: (packed: Buffer, at: number) => string;
  /** The configuration that containers get; absent means a user other than root. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** When it was built. */
  readonly created?: string;
  /** What its history says of further steps, which leave no layer. */
  readonly steps?: readonly string[];
}

/** An archive as docker save writes one, with a layer for each list of entries, lowest first. */
export function imageArchive(
  layers: readonly (readonly MadeEntry[] | Buffer)[],
  {
    pack = (layer) => layer,
    diffId = (layer) => `sha256:${hex(layer)}`,
    name = (_, at) => `layer-${at}/layer.tar`,
    config: containers = { User: '1000' },
    created = '2026-11-01T00:00:00Z',
    steps = [],
  }: MadeImage = {},
): Buffer {
  const tars = layers.map((layer) => (Buffer.isBuffer(layer) ? layer : tar(layer)));
  const config = JSON.stringify({
    created,
    os: 'linux',
    architecture: 'amd64',
    config: containers,
    rootfs: { type: 'layers', diff_ids: tars.map(diffId) },
    history: [
      ...tars.map((_, at) => ({ created_by: `COPY ${at} /` })),
      ...steps.map((step) => ({ created_by: step, empty_layer: true })),
    ],
  });
  const packed = tars.map(pack);
  const names = packed.map(name);
  const Config = `${hex(Buffer.from(config))}.json`;
  const manifest = JSON.stringify([{ Config, RepoTags: ['shop/web:1'], Layers: names }]);
  return tar([
    // The uppermost first: no order may be relied upon.
    ...packed.map((body, at) => ({ name: names[at] ?? '', body })).toReversed(),
    { name: Config, body: config },
    { name: 'manifest.json', body: manifest },
  ]);
}
