import type { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { SyntaxProblem } from '../../syntax/problem.ts';
import { malformed } from '../../syntax/tar/tar-problem.ts';
import {
  dockerManifest,
  imageConfig,
  ociIndex,
  ociManifest,
  type ImageConfig,
} from './oci-schemas.ts';
import { digestIn } from './digest-in.ts';
import { limits } from '../../syntax/tar/archive-limits.ts';
import { nameIn, type ArchiveContent, type ReadLayer } from './read-archive.ts';

/** One layer that an image names. */
export interface NamedLayer {
  readonly layer: ReadLayer | SyntaxProblem;
  /** Whether what the archive calls it is what it is; `true` where its name says nothing. */
  readonly asNamed: boolean;
}

/** One image of an archive. */
export interface ArchivedImage {
  /** `sha256:…` of its configuration, as it was computed. */
  readonly id: string;
  readonly references: readonly string[];
  /** What it is pulled and pinned by, with the repository: `registry.example/app@sha256:…`; empty in an archive. */
  readonly digests: readonly string[];
  readonly config: ImageConfig;
  /** Lowest first. */
  readonly layers: readonly NamedLayer[];
  /** Attestations that the index has beside it; `null` where there is no index. */
  readonly attestations: number | null;
}

/**
 * Finds the images that an archive says it has, each once, with all the names that it is given.
 *
 * @throws SyntaxProblem when it says nothing that can be followed
 */
export function findImages(content: ArchiveContent): readonly ArchivedImage[] {
  if (content.documents.has('manifest.json')) return eachOnce(dockerImages(content));
  if (content.documents.has('index.json')) return eachOnce(ociImages(content));
  throw malformed('it has neither a manifest.json nor an index.json, as archives of images have');
}

/** One image may be listed several times. Where its layers differ, nobody knows which of them are its own. */
function eachOnce(all: readonly ArchivedImage[]): readonly ArchivedImage[] {
  const byId = new Map<string, ArchivedImage>();
  for (const image of all) {
    const known = byId.get(image.id) ?? image;
    byId.set(image.id, {
      ...known,
      references: [...new Set([...known.references, ...image.references])],
      layers: areSame(known.layers, image.layers) ? known.layers : [several],
    });
  }
  return [...byId.values()];
}

const several: NamedLayer = {
  layer: malformed('it gives one image several lists of layers'),
  asNamed: false,
};

const areSame = (one: readonly NamedLayer[], other: readonly NamedLayer[]): boolean =>
  one.length === other.length && one.every(({ layer }, at) => layer === other[at]?.layer);

function dockerImages(content: ArchiveContent): readonly ArchivedImage[] {
  const manifest = documentOf(content, 'manifest.json', dockerManifest).value;
  if (manifest.length > limits.images) throw malformed('it names too many images');
  const counts = attestationsOf(content);
  return manifest.map(({ Config, RepoTags, Layers }) => {
    const { value: config, digest } = documentOf(content, Config, imageConfig);
    assertNamed(Config, digest);
    const layers = Layers.map((name) => namedLayer(content, name));
    return { id: digest, references: RepoTags, digests: [], config, layers, attestations: counts };
  });
}

/** Where docker save writes an index as well, what it counts there. */
function attestationsOf(content: ArchiveContent): number | null {
  if (!content.documents.has('index.json')) return null;
  return ociDescriptors(content).filter(isAttestation).length;
}

type Descriptor = z.output<typeof ociIndex>['manifests'][number];

const isAttestation = ({ annotations, platform }: Descriptor): boolean =>
  annotations['vnd.docker.reference.type'] === 'attestation-manifest' ||
  (platform?.os === 'unknown' && platform.architecture === 'unknown');

function ociImages(content: ArchiveContent): readonly ArchivedImage[] {
  const all = ociDescriptors(content);
  const attestations = all.filter(isAttestation).length;
  return all
    .filter((each) => !isAttestation(each))
    .map(({ digest, annotations }) => {
      const manifest = documentOf(content, blobName(digest), ociManifest);
      assertDigest(digest, manifest.digest);
      const config = documentOf(content, blobName(manifest.value.config.digest), imageConfig);
      assertDigest(manifest.value.config.digest, config.digest);
      const name =
        annotations['io.containerd.image.name'] ?? annotations['org.opencontainers.image.ref.name'];
      return {
        id: config.digest,
        references: name === undefined ? [] : [name],
        digests: [],
        config: config.value,
        layers: manifest.value.layers.map((layer) => namedLayer(content, blobName(layer.digest))),
        attestations,
      };
    });
}

/** What the index names, and what indexes within it name. */
function ociDescriptors(content: ArchiveContent): readonly Descriptor[] {
  const found: Descriptor[] = [];
  const follow = (name: string, depth: number, above: Descriptor | null): void => {
    if (depth > 4) throw malformed('its indexes are nested too deeply');
    for (const each of documentOf(content, name, ociIndex).value.manifests) {
      const annotations = { ...above?.annotations, ...each.annotations };
      if (/index|manifest\.list/.test(each.mediaType)) {
        follow(blobName(each.digest), depth + 1, { ...each, annotations });
      } else if (content.documents.has(blobName(each.digest))) found.push({ ...each, annotations });
      // What is named for another platform need not be there.
      if (found.length > limits.images) throw malformed('it names too many images');
    }
  };
  follow('index.json', 0, null);
  return found;
}

const blobName = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

function namedLayer(content: ArchiveContent, named: string): NamedLayer {
  const name = nameIn(content, named);
  const layer = content.layers.get(name) ?? noLayer(content, name);
  const digest = digestIn(name);
  const asNamed = layer instanceof SyntaxProblem || digest === undefined || digest === layer.digest;
  return { layer, asNamed };
}

const noLayer = (content: ArchiveContent, name: string): SyntaxProblem =>
  malformed(
    content.parts.has(name)
      ? 'a layer that it names has an unsupported form: not tar, or compressed or encrypted other than by gzip or Zstandard'
      : 'a layer that it names is missing',
  );

function assertNamed(name: string, digest: string): void {
  const [, hex] = /(?:^|\/)([0-9a-f]{64})(?:\.json)?$/.exec(name) ?? [];
  if (hex !== undefined) assertDigest(`sha256:${hex}`, digest);
}

function assertDigest(named: string, digest: string): void {
  if (named.startsWith('sha256:') && named !== digest) {
    throw malformed('the configuration or manifest of an image does not match its digest');
  }
}

function documentOf<T>(content: ArchiveContent, named: string, schema: z.ZodType<T>) {
  const document = content.documents.get(nameIn(content, named));
  if (!document) throw malformed('a document that it names is missing or too large');
  let parsed: unknown;
  try {
    parsed = parseJsonText(document.text);
  } catch (error) {
    throw malformed('a document in it is not JSON', error);
  }
  const read = schema.safeParse(parsed);
  if (!read.success) {
    throw malformed('a document in it does not have the expected form', read.error);
  }
  return { value: read.data, digest: document.digest };
}
