import type { HostFacts } from '../../core/subjects/host/host.ts';
import { text, type Text } from '../../core/text.ts';
import { compareDebianVersions } from '../../syntax/package-databases/debian-version.ts';
import {
  debianPackages,
  releaseDates,
  type DebianPackage,
} from '../../syntax/package-databases/debian-packages.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, unread, unreadFile, type Reading, type Unread } from '../gathering/unread-gap.ts';

type Updates = NonNullable<HostFacts['updates']>;

const status = '/var/lib/dpkg/status';
const lists = '/var/lib/apt/lists';

/** Databases of package managers whose lists are not read. */
const otherManagers = [
  ['apk', '/lib/apk/db'],
  ['apk', '/usr/lib/apk/db'],
  ['rpm', '/var/lib/rpm'],
  ['rpm', '/usr/lib/sysimage/rpm'],
  ['pacman', '/var/lib/pacman'],
  ['dpkg', '/var/lib/dpkg/status.d'],
] as const;

/** Bytes of a list: those of a whole release of Debian have 50 MB. */
const bytesAtMost = 1 << 27;

/** Lists of security updates that are read; a system has a handful of them. */
const listsAtMost = 64;

/** Stands for whatever architecture a package is for. */
const anyArchitecture = '*';

/** Archives of security updates have it in the name of their suite. */
const isSecurity = /_dists_[^_]*-security_|_debian-security_|security\.debian\.org_/;

/**
 * Reads what of a host’s packages its lists of security updates have in a newer version; `null` where no package manager
 * keeps a database, as on a system that is replaced as a whole.
 */
export async function readPendingUpdates(root: string): Promise<Reading<Updates | null>> {
  const database = await readText(root, status, bytesAtMost).catch((error: unknown) => {
    if (absent(error)) return undefined;
    return unreadFile(status, error);
  });
  if (typeof database === 'object') return { unread: database };
  if (database !== undefined) {
    // A list that goes while it is read is no sign that there are no packages.
    return await pendingOf(root, database).catch((error: unknown) => ({
      unread: unreadFile(lists, error),
    }));
  }
  for (const [manager, path] of otherManagers) {
    const found = await attempt(path, () => listFolder(root, path));
    if (!('unread' in found) && found.value.length === 0) continue;
    return unsupported(
      text(`The lists of ${manager} are not read`, `不读取 ${manager} 的软件源列表`),
      path,
    );
  }
  return { value: null, source: { kind: 'file', path: status } };
}

const unsupported = (detail: Text, path: string): { readonly unread: Unread } => ({
  unread: unread('unsupported', detail, { kind: 'file', path }),
});

async function pendingOf(root: string, database: string): Promise<Reading<Updates>> {
  const elsewhere = await otherFolders(root);
  if (elsewhere !== undefined) return elsewhere;
  const all = await listFolder(root, lists);
  const names = all.map(({ name }) => name).filter((name) => isSecurity.test(name));
  const packed = names.find((name) => /_Packages\.\w+$/.test(name));
  if (packed !== undefined || names.length > listsAtMost) {
    return unsupported(
      text(
        'apt keeps its lists compressed, or too many of them',
        'apt 的软件源列表为压缩格式或数量过多',
      ),
      `${lists}/${packed ?? ''}`,
    );
  }
  const installed = [...debianPackages(database)];
  if (installed.length === 0) {
    return unsupported(text('No package is in the database', '数据库中没有软件包'), status);
  }
  const newest = new Map<string, string>();
  const note = (key: string, version: string): void => {
    const known = newest.get(key);
    if (known === undefined || compareDebianVersions(known, version) < 0) newest.set(key, version);
  };
  const dates: string[] = [];
  for (const name of names) {
    const content = await readText(root, `${lists}/${name}`, bytesAtMost);
    if (/_(?:In)?Release$/.test(name)) dates.push(...releaseDates(content));
    if (!name.endsWith('_Packages')) continue;
    for (const { name: of, version, architecture } of debianPackages(content)) {
      note(`${of}:${architecture}`, version);
      // A package that is for every architecture now may have been for one, and the other way round.
      note(`${of}:${anyArchitecture}`, version);
    }
  }
  const pending = installed.flatMap(({ name, version, architecture }) => {
    const keys = architecture === 'all' ? [anyArchitecture] : [architecture, 'all'];
    const available = keys
      .flatMap((key) => newest.get(`${name}:${key}`) ?? [])
      .toSorted(compareDebianVersions)
      .at(-1);
    const isOlder = available !== undefined && compareDebianVersions(version, available) < 0;
    return isOlder ? { name, installed: version, available } : [];
  });
  return {
    value: {
      manager: 'apt',
      listsAt: (await isCovered(root, names, installed)) ? (dates.toSorted()[0] ?? null) : null,
      pending: pending.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    },
    source: { kind: 'file', path: lists },
  };
}

/** Whether there is a list of the main part of the archive, of this release and of the packages' own architecture. */
async function isCovered(
  root: string,
  names: readonly string[],
  installed: readonly DebianPackage[],
): Promise<boolean> {
  const own = installed.find(({ architecture }) => architecture !== 'all')?.architecture;
  const release = await attempt('/etc/os-release', () => readText(root, '/etc/os-release'));
  const codename =
    'unread' in release ? undefined : /^VERSION_CODENAME=["']?(\w+)/m.exec(release.value)?.[1];
  return names.some(
    (name) =>
      name.endsWith(`_main_binary-${own}_Packages`) &&
      (codename === undefined || new RegExp(`_dists_${codename}[-_]`).test(name)),
  );
}

const settings = ['/etc/apt/apt.conf', '/etc/apt/apt.conf.d'] as const;

/** A gap where apt is set to keep its lists elsewhere. */
async function otherFolders(root: string): Promise<{ readonly unread: Unread } | undefined> {
  const [file, folder] = settings;
  const found = await listFolder(root, folder);
  for (const path of [file, ...found.map(({ name }) => `${folder}/${name}`)]) {
    const content = await readText(root, path).catch((error: unknown) => {
      if (absent(error)) return '';
      throw error;
    });
    if (/^[ \t]*dir(?:::state(?:::\w+)?)?[\s"{]/im.test(content)) {
      return unsupported(
        text('apt is set to keep its files elsewhere', 'apt 被设置为使用其他目录'),
        path,
      );
    }
  }
  return undefined;
}
