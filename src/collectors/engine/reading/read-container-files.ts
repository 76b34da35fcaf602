import { PlimsollError } from '../../../core/errors.ts';
import { readImageFiles, type ImageFiles } from '../../container-root/read-image-files.ts';
import { unread, unreadFile, type Unread } from '../../gathering/unread-gap.ts';
import type { RawChanges, RawContainer } from '../api-schemas/container.ts';
import { changesOf } from './container-runtime.ts';
import type { Answer } from '../client/failure.ts';
import { readings } from '../memory/names.ts';
import { recallOr, type ReadingMemory } from '../memory/reading-memory.ts';
import type { HostView } from './find-host.ts';
import { text } from '../../../core/text.ts';
import { isMissing, read, whyMissing } from '../../gathering/partial-facts.ts';

/** What lies in an image, and in which process's root it was seen. */
export interface ShownFiles {
  readonly files: ImageFiles;
  /** As the engine numbers it. */
  readonly pid: number;
}

/** Milliseconds for the files of all images together. */
const patience = 3_000;

/** Containers that are tried for one image, should the first have changed what would be looked at. */
const triesAtMost = 3;

/**
 * Looks at the files of images, each in one of the containers that run it. Where no container of an image runs, or the
 * host cannot be read, its files are not read.
 *
 * @param running the engine's running containers
 * @returns by the images' ids
 */
export async function lookAtFiles(
  running: readonly RawContainer[],
  changes: ReadonlyMap<string, Answer<RawChanges>>,
  { local, procRoot }: HostView,
  memory: ReadingMemory,
): Promise<(image: string) => ShownFiles | Unread> {
  if (procRoot === null) return () => (local ? notSeen : notHere);
  const end = performance.now() + patience;
  const shown = new Map<string, ShownFiles | Unread>();
  const tries = new Map<string, number>();
  for (const container of running.toSorted((a, b) => (a.Id < b.Id ? -1 : 1))) {
    const { Id } = container;
    const image = read(() => container.Image);
    // Which image it shows is not known.
    if (isMissing(image)) continue;
    const known = shown.get(image);
    const tried = tries.get(image) ?? 0;
    if ((known !== undefined && 'files' in known) || tried >= triesAtMost) continue;
    tries.set(image, tried + 1);
    const answer = changes.get(Id);
    if (!answer || 'failure' in answer) {
      shown.set(image, answer?.failure ?? notSeen);
      continue;
    }
    const by = read(() => ({
      pid: container.State.Pid,
      procRoot,
      changed: changesOf(answer.value),
    }));
    const late = (): boolean => performance.now() > end;
    const seen = isMissing(by)
      ? whyMissing(by)
      : await recallOr(
          memory,
          readings.files(image, Id),
          (found) => 'files' in found,
          () => look(by, late),
        );
    shown.set(image, seen);
  }
  return (image) => shown.get(image) ?? notRunning;
}

async function look(
  by: Parameters<typeof readImageFiles>[0],
  late: () => boolean,
): Promise<ShownFiles | Unread> {
  try {
    const files = await readImageFiles(by, late);
    return 'reason' in files ? files : { files, pid: by.pid };
  } catch (error) {
    if (error instanceof PlimsollError) return unreadFile(`/proc/${by.pid}/root`, error);
    throw error;
  }
}

const notHere = unread(
  'unavailable',
  text(
    "the image's files were not read: its engine is not on this machine; --image-files reads them",
    '未读取镜像中的文件：其引擎不在本机；可用 --image-files 读取',
  ),
);
const notSeen = unread(
  'unavailable',
  text(
    "the image's files were not read: the host's /proc cannot be read from here; --image-files reads them",
    '未读取镜像中的文件：此处看不到宿主机的 /proc；可用 --image-files 读取',
  ),
);
const notRunning = unread(
  'unsupported',
  text(
    "the image's files were not read: no container that runs shows them; --image-files reads them",
    '未读取镜像中的文件：没有运行中的容器可供查看；可用 --image-files 读取',
  ),
);
