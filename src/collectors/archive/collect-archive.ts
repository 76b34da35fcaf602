import { image } from '../../core/subjects/image.ts';
import { toSubject } from '../gathering/to-subject.ts';
import type { CollectOptions, Harvest } from '../gathering/collector-result.ts';
import type { MalwareSession } from '../malware/scanning/session.ts';
import { pathFrom } from '../gathering/process-defaults.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { findImages, type ArchivedImage } from './find-images.ts';
import { archivedImageFacts } from './image-facts.ts';
import { rethrowAs } from '../gathering/syntax-error.ts';
import { openArchive, type OnBytes } from './open-archive.ts';
import { text } from '../../core/text.ts';

/** Options of the collector of archives, beside those of every collector. */
export interface ArchiveOptions extends CollectOptions {
  /** The working folder, from which the path is named; that of the process when absent. */
  readonly cwd?: string;
  /** Keys the fingerprints of secrets; one of its own by default. */
  readonly fingerprintKey?: Buffer;
  /** Scanners for malware, which are given every file of every layer; none when absent. */
  readonly malware?: MalwareSession | undefined;
}

/**
 * Reads the images of an archive (what docker save wrote, an OCI layout as a tar or a folder) in one pass; nothing is unpacked to disk.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`, `archive-invalid`, `archive-too-large`,
 * `scan-aborted`
 * @example
 * const harvest = await collectArchive('image.tar');
 */
export async function collectArchive(path: string, options: ArchiveOptions = {}): Promise<Harvest> {
  const redactor = createRedactor(options.fingerprintKey);
  const { malware } = options;
  const readers = { drop: redactor.drop, malware };
  const onBytes: OnBytes = (done, total) =>
    options.onProgress?.({
      target: path,
      what: 'megabytes',
      done: Math.floor(done / 1e6),
      total: Math.ceil(total / 1e6),
    });
  const images = await openArchive(pathFrom(options.cwd, path), readers, options.signal, onBytes)
    .then(findImages)
    .catch(rethrowAs('archive-invalid', 'archive-too-large'));
  const origin = `archive/${path}` as const;
  const subjects = images.map((each) =>
    toSubject({
      kind: image,
      id: each.id,
      name: redactor.text(each.references[0] ?? each.id).value,
      target: path,
      origin,
      facts: archivedImageFacts(each, basesOf(each, images), redactor, malware),
    }),
  );
  const user = process.geteuid?.() ?? 'unknown';
  return {
    target: {
      id: path,
      kind: 'archive',
      machine: path,
      description: text(
        `an archive of ${images.length === 1 ? 'one image' : `${images.length} images`}`,
        `含 ${images.length} 个镜像的归档文件`,
      ),
      access: text(`opened for reading only, as user ${user}`, `以只读方式打开，用户 ${user}`),
    },
    subjects,
    population: [
      { target: path, kind: 'image', existed: images.length, read: images.length, vanished: 0 },
    ],
    gaps: [],
    origins: { [origin]: { '': { kind: 'file', path } } },
    redactions: redactor.counts(),
  };
}

/** Ids of the images of the archive that an image is built on, nearest first. */
function basesOf(of: ArchivedImage, all: readonly ArchivedImage[]): readonly string[] {
  const layersOf = ({ config }: ArchivedImage): readonly string[] => config.rootfs?.diff_ids ?? [];
  const own = layersOf(of);
  return all
    .filter((each) => {
      const layers = layersOf(each);
      return (
        layers.length > 0 && layers.length < own.length && layers.every((id, at) => id === own[at])
      );
    })
    .toSorted((a, b) => layersOf(b).length - layersOf(a).length || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
