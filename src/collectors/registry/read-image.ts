import { z } from 'zod';
import { recordOf } from '../../syntax/json/go-json.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { text } from '../../core/text.ts';
import {
  emptyContent,
  readPart,
  type ArchiveContent,
  type Readers,
} from '../archive/read-archive.ts';
import type { OnBytes } from '../archive/open-archive.ts';
import type { RegistryAddress } from '../gathering/registry-address.ts';
import type { RegistryClient, RegistryDocument } from './registry-client.ts';
import { invalid } from './registry-errors.ts';

/** What is asked of a registry for an image: any manifest, or an index of several. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const descriptor = z.object({
  mediaType: z.string().catch(''),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
  annotations: recordOf(z.string()),
  platform: z.object({ os: z.string().catch(''), architecture: z.string().catch('') }).nullish(),
});

type Descriptor = z.output<typeof descriptor>;

const index = z.object({ manifests: z.array(descriptor).max(1000) });
const manifest = z.object({ config: descriptor, layers: z.array(descriptor).max(1000) });

/** An image as a registry has it, read as an archive of it would be. */
export interface RegistryImage {
  readonly content: ArchiveContent;
  /** Of the manifest or index that the name leads to: what is pinned, pulled and signed. */
  readonly digest: string;
}

/** The architecture of this machine, as images call it. */
const architectures: Partial<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/**
 * Reads an image from a registry: of several platforms the one of this machine, or the first that is one of Linux. Layers go by
 * as they come, each held against its digest; nothing is kept on disk.
 *
 * @throws PlimsollError `registry-denied`, `registry-invalid`, `registry-unreachable`, `scan-aborted`; SyntaxProblem of what is in it
 */
export async function readImage(
  client: RegistryClient,
  host: string,
  { repository, reference, name }: NonNullable<RegistryAddress['image']>,
  readers: Readers,
  onBytes: OnBytes,
): Promise<RegistryImage | null> {
  const content = emptyContent();
  const named = `/v2/${repository}`;
  const documentAt = async (digest: string): Promise<RegistryDocument> => {
    const found = await client.document(`${named}/manifests/${digest}`, manifestTypes);
    if (!found || found.digest !== digest) {
      throw invalid(
        host,
        text(`its manifest ${digest} is missing or another one`, `清单 ${digest} 缺失或与摘要不符`),
      );
    }
    return found;
  };
  const hold = ({ bytes, digest }: RegistryDocument): Promise<void> =>
    readPart(content, blobAt(digest), bytes.length, [bytes], readers);

  const top = await client.document(`${named}/manifests/${reference}`, manifestTypes);
  if (!top) return null;
  if (reference.startsWith('sha256:') && top.digest !== reference) {
    throw invalid(host, text('it answered with another image', '其应答是另一个镜像'));
  }
  const isIndex = /index|manifest\.list/.test(top.mediaType);
  await hold(top);
  const first = {
    schemaVersion: 2,
    manifests: [
      {
        mediaType: top.mediaType,
        digest: top.digest,
        annotations: { 'io.containerd.image.name': name },
      },
    ],
  };
  const written = Buffer.from(JSON.stringify(first));
  await readPart(content, 'index.json', written.length, [written], readers);

  let own = top;
  if (isIndex) {
    const all = parsed(top, index, host).manifests;
    const chosen = chooseAmong(all);
    if (!chosen) {
      throw invalid(host, text('its index names no image of Linux', '其索引未列出 Linux 镜像'));
    }
    own = await documentAt(chosen.digest);
    await hold(own);
    // What attests to it stands beside it in the index, and names it.
    const beside = all.filter(
      ({ annotations }) => annotations['vnd.docker.reference.digest'] === chosen.digest,
    );
    for (const each of beside) await hold(await documentAt(each.digest));
  }
  const { config, layers } = parsed(own, manifest, host);
  let done = 0;
  const total = layers.reduce((sum, { size }) => sum + size, config.size);
  for (const { digest, size } of uniqueBy([config, ...layers])) {
    const answer = await client.ask(`${named}/blobs/${digest}`);
    if (answer.status !== 200) {
      answer.leave();
      if (digest === config.digest) {
        throw invalid(host, text('the configuration of the image is missing', '镜像配置缺失'));
      }
      // The layer is missing, and so is what it would have held.
      continue;
    }
    const chunks = held(answer.body, size, host, (length) => onBytes((done += length), total));
    await readPart(content, blobAt(digest), size, chunks, readers).finally(answer.leave);
  }
  return { content, digest: top.digest };
}

const blobAt = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

const uniqueBy = (all: readonly Descriptor[]): readonly Descriptor[] => [
  ...new Map(all.map((each) => [each.digest, each])).values(),
];

function chooseAmong(all: readonly Descriptor[]): Descriptor | undefined {
  const linux = all.filter(({ platform }) => platform?.os === 'linux');
  const here = architectures[process.arch] ?? process.arch;
  return linux.find(({ platform }) => platform?.architecture === here) ?? linux[0];
}

/** No more than it was said to be: what is asked for by its digest has that size, or is another. */
async function* held(
  body: AsyncIterable<Buffer>,
  size: number,
  host: string,
  count: (length: number) => void,
): AsyncGenerator<Buffer, void> {
  let left = size;
  for await (const chunk of body) {
    if ((left -= chunk.length) < 0) {
      throw invalid(
        host,
        text('a part of it is longer than its manifest says', '其内容比清单所述更长'),
      );
    }
    count(chunk.length);
    yield chunk;
  }
}

function parsed<T>({ bytes }: RegistryDocument, schema: z.ZodType<T>, host: string): T {
  const why = text('a document of it does not have the expected form', '其文档格式不符');
  try {
    const read = schema.safeParse(parseJsonText(bytes.toString('utf8')));
    if (read.success) return read.data;
  } catch {
    // Said below, as of what has another form.
  }
  throw invalid(host, why);
}
