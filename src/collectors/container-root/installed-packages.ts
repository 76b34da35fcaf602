import { type Folder, inFolder, list, statIn, textIn } from './folder.ts';
import { type Unread, unread } from '../gathering/unread-gap.ts';
import { text as wording } from '../../core/text.ts';
import { packageFolders } from '../../knowledge/image-places.ts';
import {
  type InstalledPackages,
  apkNames,
  dpkgNames,
  named,
} from '../../syntax/package-databases/apk-and-dpkg.ts';

/** 16 MiB: the status of some ten thousand packages. */
const bytesAtMost = 16 << 20;

/** 1 MiB: one package's own status, in an image that has each in a file of its own. */
const bytesOfOne = 1 << 20;

const packagesAtMost = 20_000;

/**
 * Reads which packages are installed below a root. RPM keeps them in a database that is not read here.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export function readPackages(root: Folder): InstalledPackages | Unread {
  const dpkg = inFolder(root, packageFolders.dpkg, readDpkg);
  if (dpkg) return named('dpkg', dpkg);
  for (const folder of packageFolders.apk) {
    const installed = inFolder(root, folder, (db) => textIn(db, 'installed', bytesAtMost));
    if (installed) return named('apk', apkNames(installed));
  }
  for (const folder of packageFolders.rpm) {
    const files = ['rpmdb.sqlite', 'Packages.db', 'Packages'];
    if (inFolder(root, folder, (db) => files.some((file) => statIn(db, file) !== null))) {
      return unread(
        'unsupported',
        wording(
          'the database of RPM is read from the whole image alone: collect with --image-files',
          'RPM 数据库只能从完整镜像读取：请以 --image-files 采集',
        ),
      );
    }
  }
  return { manager: null, installed: [] };
}

function readDpkg(folder: Folder): readonly string[] | null {
  const status = textIn(folder, 'status', bytesAtMost);
  // Images that leave dpkg itself out have a file for each package.
  const single = inFolder(folder, 'status.d', (parts) =>
    list(parts)
      .slice(0, packagesAtMost)
      .filter(({ name }) => !name.endsWith('.md5sums'))
      .map(({ name }) => textIn(parts, name, bytesOfOne) ?? ''),
  );
  if (status === null && single === null) return null;
  return [
    ...dpkgNames(status ?? '', false),
    ...(single ?? []).flatMap((each) => dpkgNames(each, true)),
  ];
}
