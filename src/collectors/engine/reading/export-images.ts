import { SyntaxProblem } from '../../../syntax/problem.ts';
import { findImages, type ArchivedImage } from '../../archive/find-images.ts';
import type { MalwareSession } from '../../malware/scanning/session.ts';
import { contentFacts, type ContentFacts } from '../../archive/image-facts.ts';
import { readArchive, type ArchiveContent } from '../../archive/read-archive.ts';
import { unread, type Unread } from '../../gathering/unread-gap.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import type { EngineAddress } from '../address/engine-address.ts';
import { openClient, type EngineClient } from '../client/engine-client.ts';
import type { Listing, OnListed } from './listing.ts';
import { segment } from '../endpoints/segment.ts';
import type { ReadImage } from './read-objects.ts';
import { inLanguage, text as wording } from '../../../core/text.ts';

/** What an image holds, or why that was not to be had. */
type Exported = ContentFacts | Unread;

/** What the images of an engine hold, by their ids. */
export type ExportedImages = ReadonlyMap<string, Exported>;

/** Milliseconds for one image, and for all of them together; a scanner that looks at every file takes its time. */
const patience = { requestTimeout: 600_000, timeout: 3_600_000 };
const patienceWithScanner = { requestTimeout: 3_600_000, timeout: 21_600_000 };

/** Options of an export beside what is exported. */
interface ExportOptions {
  readonly signal?: AbortSignal;
  /** Scanners for malware, which are given every file; none when absent. */
  readonly malware?: MalwareSession | undefined;
  readonly onListed: OnListed;
}

/**
 * Reads the files of an engine's images from what it would give to docker save: one image at a time, while it
 * comes; of each, only what checks ask for is kept. What fails is said of the image, and the next one follows.
 */
export async function exportImages(
  address: EngineAddress,
  images: Listing<ReadImage>,
  redactor: Redactor,
  { signal, malware, onListed }: ExportOptions,
): Promise<ExportedImages> {
  const exported = new Map<string, Exported>();
  const clean = (raw: string): string => redactor.text(raw).value;
  const client = await openClient(address, {
    ...(malware ? patienceWithScanner : patience),
    signal,
    clean,
  });
  try {
    for (const { id } of images.items) {
      exported.set(id, await exportImage(client, id, redactor, malware));
      onListed('files of images', exported.size, images.items.length);
    }
  } finally {
    await client.close();
  }
  return exported;
}

async function exportImage(
  client: EngineClient,
  id: string,
  redactor: Redactor,
  malware: MalwareSession | undefined,
): Promise<Exported> {
  const endpoint = `/images/${segment(id)}/get`;
  const source = { kind: 'api', endpoint, pointer: '' } as const;
  try {
    const answer = await client.stream(
      (docker) => docker.getImage(segment(id)).get(),
      (chunks) => readArchive(chunks, redactor.drop, malware),
    );
    if ('failure' in answer) return answer.failure;
    const found = imageOf(id, answer.value);
    return found
      ? contentFacts(found, redactor, malware)
      : unread(
          'malformed',
          wording(`GET ${endpoint} returned another image`, `GET ${endpoint} 返回的是另一个镜像`),
          source,
        );
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const reason = error.code === 'invalid' ? 'malformed' : 'unsupported';
    const { said } = error;
    const detail = wording(
      `GET ${endpoint}: ${inLanguage(said, 'en')}`,
      `GET ${endpoint}：${inLanguage(said, 'zh')}`,
    );
    return unread(reason, detail, source);
  }
}

/** An image's id is the digest of its configuration, or with containerd's store of what its index or manifest is. */
function imageOf(id: string, content: ArchiveContent): ArchivedImage | undefined {
  const images = findImages(content);
  const named = images.find((each) => each.id === id);
  if (named || images.length !== 1) return named;
  return [...content.documents.values()].some(({ digest }) => digest === id)
    ? images[0]
    : undefined;
}
