import { unread, type Unread } from '../files/unread.ts';
import { inFolder, list, statIn, textIn, type Folder } from './folder.ts';
import { packageFolders } from './places.ts';
import { text as wording } from '../../core/text.ts';

/** The packages of an image, by its own database. */
export interface InstalledPackages {
  readonly manager: 'dpkg' | 'apk' | 'rpm' | null;
  /** Names, sorted, each once. */
  readonly installed: readonly string[];
}

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

/** Names of the packages in a database of apk. */
export const apkNames = (database: string): readonly string[] => fieldsOf(database, /^P:(.+)$/gm);

/**
 * Names of the installed packages in a status of dpkg.
 *
 * @param single whether it is one package's own, which is there because it is installed
 */
export function dpkgNames(database: string, single: boolean): readonly string[] {
  const parts = single
    ? [database]
    : database.split(/\n\n+/).filter((part) => /^Status: .*\binstalled$/m.test(part));
  return parts.flatMap((part) => fieldsOf(part, /^Package: *(.+)$/gm));
}

const fieldsOf = (database: string, pattern: RegExp): readonly string[] =>
  [...database.matchAll(pattern)].map(([, name = '']) => name.trim());

/** What packages may be called; anything else is no package. */
const packageName = /^[A-Za-z0-9][A-Za-z0-9+._@-]{0,127}$/;

/** Packages by their names, less what can be none. */
export const named = (
  manager: 'dpkg' | 'apk' | 'rpm',
  names: readonly string[],
): InstalledPackages => ({
  manager,
  installed: [...new Set(names.filter((name) => packageName.test(name)))].sort(),
});
