import { parseOsRelease } from '../../syntax/parse-os-release.ts';
import { unread, type Unread } from '../gathering/unread-gap.ts';
import { closeFolder, inFolder, openRoot, textIn, type Folder } from './folder.ts';
import { readPackages } from './installed-packages.ts';
import type { InstalledPackages } from '../../syntax/package-databases/apk-and-dpkg.ts';
import { readMountPoints } from './mount-points.ts';
import { osReleases, speaksForImage } from '../../knowledge/image-places.ts';
import { findSetuidFiles, type SetuidFile } from './setuid-files.ts';
import { text as wording } from '../../core/text.ts';

/** What an image has in its file system, as far as one of its containers shows it. */
export interface ImageFiles {
  readonly setuid: readonly SetuidFile[] | Unread;
  readonly packages: InstalledPackages | Unread;
  readonly os: { readonly id: string; readonly version: string; readonly name: string } | null;
}

/** A running container whose root is to be looked at. */
export interface ShownBy {
  /** Its first process, as `procRoot` numbers it. */
  readonly pid: number;
  readonly procRoot: string;
  /** What the engine says was changed in it since it was made. */
  readonly changed: readonly { readonly path: string; readonly change: string }[];
}

/**
 * Reads the files of an image from the root of a container that runs it: nothing is exported and nothing
 * is run, links are never followed, and a container that changed what would be looked at says nothing of
 * its image.
 *
 * @param late whether there is no more time
 * @throws PlimsollError `file-not-found` when it has ended, `file-denied`, `file-unreadable`
 */
export async function readImageFiles(
  { pid, procRoot, changed }: ShownBy,
  late: () => boolean,
): Promise<ImageFiles | Unread> {
  const folder = `${procRoot}/${pid}`;
  const root = openRoot(`${folder}/root`);
  try {
    if (!speaksForImage(changed, readMountPoints(`${folder}/mountinfo`))) return changedSince;
    const setuid = await findSetuidFiles(root, late);
    return { setuid: setuid ?? notEnoughTime, packages: readPackages(root), os: readOs(root) };
  } finally {
    closeFolder(root);
  }
}

/** 64 KiB: an os-release has a dozen lines. */
const osBytesAtMost = 1 << 16;

function readOs(root: Folder): ImageFiles['os'] {
  for (const path of osReleases) {
    const end = path.lastIndexOf('/');
    const release = inFolder(root, path.slice(0, end), (folder) =>
      textIn(folder, path.slice(end + 1), osBytesAtMost),
    );
    if (release === null) continue;
    const { id, version, name } = parseOsRelease(release);
    return { id, version, name };
  }
  return null;
}

const changedSince = unread(
  'unavailable',
  wording(
    'the container that shows its files changed them, or something is mounted over them',
    '可供查看的容器已改动这些文件，或其上另有挂载',
  ),
);
const notEnoughTime = unread(
  'timeout',
  wording('there were more files than there was time for', '文件过多，未能在限定时间内读完'),
);
