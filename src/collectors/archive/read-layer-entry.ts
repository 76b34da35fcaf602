import { givesRights } from '../../syntax/file-mode/file-mode.ts';
import { parsePasswd } from '../files/accounts.ts';
import { apkNames, dpkgNames } from '../../syntax/package-databases/apk-and-dpkg.ts';
import { osReleases, packageFolders } from '../../knowledge/image-places.ts';
import { parseOsRelease } from '../../syntax/parse-os-release.ts';
import { accountFolders, isAccountFile } from '../../knowledge/account-files.ts';
import { knownPrograms } from '../../knowledge/known-programs.ts';
import { text, type Text } from '../../core/text.ts';
import {
  credentialRules,
  findCredentials,
  mayHoldCredentials,
} from '../../syntax/secrets/credential-files.ts';
import { rootCapabilitiesOf } from './file-capabilities.ts';
import { limits } from '../../syntax/tar/archive-limits.ts';
import { findPrivateKeys, type FoundSecret } from '../../syntax/secrets/private-keys.ts';
import type { KeySeeker } from './seek-keys.ts';
import { rpmNames } from '../../syntax/package-databases/rpm-names.ts';
import type { TarEntry } from '../../syntax/tar/tar-header.ts';

/** A secret that was found, its value gone. */
export interface DroppedSecret extends Omit<FoundSecret, 'value'> {
  readonly fingerprint: string;
}

/** What is worth keeping of one entry; most entries are worth nothing. */
export interface Noted {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Whether its bits make it run as somebody else. */
  readonly setuid?: boolean;
  /** Capabilities as good as root that any user who starts it gets. */
  readonly capabilities?: readonly string[];
  readonly worldWritable?: 'file' | 'directory';
  /** It is one of the files of accounts, or a folder of theirs; or stands in the place of a file, and leads elsewhere. */
  readonly account?: 'here' | 'link';
  /** Whether it is one of the known programs, by its name and place. */
  readonly program?: boolean;
  readonly keys?: readonly DroppedSecret[];
  readonly credentials?: readonly DroppedSecret[];
  readonly packages?: {
    readonly manager: 'dpkg' | 'apk' | 'rpm';
    readonly names: readonly string[];
  };
  /** Numbers of users by their names, where it is the file that has them. */
  readonly users?: ReadonlyMap<string, number>;
  readonly os?: { readonly id: string; readonly version: string; readonly name: string };
  readonly rpm?: boolean;
  /** Whether it was not looked into for keys. */
  readonly keysUnread?: true;
  /** Why what had to be looked into was not. */
  readonly unread?: Text;
}

/** Takes a secret and answers its fingerprint. */
export type Drop = (rule: string, value: string) => string;

const binFolder = /(?:^|\/)s?bin\/([^/]+)$/;
const rpmFiles = ['Packages.db', 'Packages'];

/** Names that mean something wherever they lie. */
const rpmPaths: ReadonlySet<string> = new Set(
  packageFolders.rpm.flatMap((folder) => rpmFiles.map((file) => `${folder}/${file}`)),
);
const rpmIn = (file: string): ReadonlySet<string> =>
  new Set(packageFolders.rpm.map((folder) => `${folder}/${file}`));
const rpmDatabases = rpmIn('rpmdb.sqlite');
const rpmLogs = rpmIn('rpmdb.sqlite-wal');
const apkPaths: ReadonlySet<string> = new Set(
  packageFolders.apk.map((folder) => `${folder}/installed`),
);
const dpkgStatus = `${packageFolders.dpkg}/status`;
const dpkgParts = `${packageFolders.dpkg}/status.d/`;
const passwd = 'etc/passwd';
const osPaths: ReadonlySet<string> = new Set(osReleases);

/** What an entry is to the files of accounts; nothing, for most. */
function ofAccounts(path: string, kind: TarEntry['kind'], isFile: boolean): Noted['account'] {
  if (!path.startsWith('etc')) return undefined;
  const isFolder = accountFolders.includes(`/${path}`);
  if (!isFolder && !isAccountFile(`/${path}`)) return undefined;
  if (isFolder) return kind === 'directory' ? 'here' : undefined;
  if (kind === 'link') return 'link';
  return isFile ? 'here' : undefined;
}

/** Whether the path is one of a database of packages or of the system's own name. */
const managerOf = (path: string): 'dpkg' | 'apk' | undefined => {
  if (path === dpkgStatus) return 'dpkg';
  if (path.startsWith(dpkgParts) && !path.endsWith('.md5sums')) return 'dpkg';
  return apkPaths.has(path) ? 'apk' : undefined;
};

/** Paths whose files are each read for their content, wherever they really are. */
export const fixedPlaces: readonly string[] = [
  ...osReleases,
  dpkgStatus,
  ...apkPaths,
  ...rpmDatabases,
  ...rpmPaths,
];

/** For what a file is read because of where it lies; nothing, for most. */
export function readingsOf(path: string): readonly string[] {
  const fixed = fixedReadingsOf(path);
  return fixed.length > 0 ? fixed : credentialRules(path);
}

/** The same for package databases and the name of the operating system, which is reported at once. */
export function fixedReadingsOf(path: string): readonly string[] {
  const manager = managerOf(path);
  if (manager === 'apk') return [manager];
  if (manager === 'dpkg') return [path === dpkgStatus ? 'dpkg' : 'dpkg-part'];
  if (rpmDatabases.has(path)) return ['rpm'];
  if (rpmPaths.has(path)) return ['rpm-older'];
  return osPaths.has(path) ? ['os'] : [];
}

/** 8 KiB: an os-release has a dozen lines. */
const osBytes = 8 << 10;

/** Whether a file reads as an os-release does, so that a link may make it one. */
const looksLikeOs = (content: Buffer): boolean =>
  content.length <= osBytes &&
  (content.includes('VERSION_ID=') || content.includes('PRETTY_NAME='));

/** How many bytes of an entry are wanted; 0 for none of them. */
export function bytesWanted(path: string, { kind, size }: TarEntry): number {
  if (kind !== 'file') return 0;
  if (managerOf(path) !== undefined) return size <= limits.packageBytes ? size : 0;
  if (rpmDatabases.has(path)) return size <= limits.rpmBytes ? size : 0;
  return size <= limits.lookedInto ? size : 0;
}

/**
 * Notes what a check may ask of an entry; `null` when it is nothing.
 *
 * @param content its bytes, where they were wanted
 * @param sought of one whose bytes were not, the keys that were found as it went by
 */
export async function lookAtEntry(
  path: string,
  entry: TarEntry,
  content: Buffer | null,
  drop: Drop,
  sought?: ReturnType<KeySeeker['finish']>,
): Promise<Noted | null> {
  const { kind, mode, uid, gid } = entry;
  const found: { -readonly [Key in keyof Noted]?: Noted[Key] } = {};
  const isFile = kind === 'file' || kind === 'hole' || kind === 'hard-link';
  if (isFile && givesRights(mode)) found.setuid = true;
  const capabilities =
    isFile && entry.capability !== undefined ? rootCapabilitiesOf(entry.capability) : [];
  if (capabilities.length > 0) found.capabilities = capabilities;
  if (isFile && (mode & 0o002) !== 0) found.worldWritable = 'file';
  if (kind === 'directory' && (mode & 0o1002) === 0o002) found.worldWritable = 'directory';
  const account = ofAccounts(path, kind, isFile);
  if (account) found.account = account;
  const program = binFolder.exec(path)?.[1];
  if (program !== undefined && (isFile || kind === 'link') && knownPrograms.has(program)) {
    found.program = true;
  }
  if (rpmPaths.has(path) && isFile) found.rpm = true;
  if (rpmLogs.has(path) && isFile && entry.size > 0) {
    found.unread = text(
      'it has packages that are not in the database yet',
      '其中有尚未写入数据库的软件包',
    );
  }
  if (kind === 'file' || kind === 'hole') {
    if (rpmDatabases.has(path)) Object.assign(found, await lookIntoRpm(content));
    else lookInto(found, path, content, drop);
  }
  if (content === null && entry.size > 0) {
    const { bytes = 0, keys = [] } = sought ?? {};
    if (keys.length > 0) found.keys = keys.slice(0, keysOfOne).map((each) => dropped(each, drop));
    if ((kind === 'file' && bytes < entry.size) || kind === 'hole') found.keysUnread = true;
  }
  return Object.keys(found).length === 0 ? null : { ...found, mode, uid, gid };
}

/** Why a file was not looked into. */
export const notLookedInto = text(
  'it is too long, or stored with holes',
  '文件过长，或以稀疏方式存储',
);

async function lookIntoRpm(content: Buffer | null): Promise<Partial<Noted>> {
  if (content === null) return { unread: notLookedInto };
  const read = await rpmNames(content);
  return 'unread' in read ? read : { packages: { manager: 'rpm', names: read.names } };
}

type Found = { -readonly [Key in keyof Noted]?: Noted[Key] };

function lookInto(found: Found, path: string, content: Buffer | null, drop: Drop): void {
  const manager = managerOf(path);
  const wanted = manager !== undefined || osPaths.has(path) || mayHoldCredentials(path);
  if (content === null) {
    if (wanted) found.unread = notLookedInto;
    return;
  }
  if (manager !== undefined) {
    const listed = content.toString('utf8');
    const names = manager === 'apk' ? apkNames(listed) : dpkgNames(listed, path !== dpkgStatus);
    found.packages = { manager, names };
    return;
  }
  if (path === passwd) {
    // Of several lines on one name the first counts.
    const lines = parsePasswd(content.toString('utf8')).toReversed();
    found.users = new Map(lines.map(({ name, uid }) => [name, uid]));
  }
  if (osPaths.has(path) || looksLikeOs(content)) {
    const { id, version, name } = parseOsRelease(content.toString('utf8'));
    found.os = { id, version, name };
    if (osPaths.has(path)) return;
  }
  const keys = findPrivateKeys(content);
  if (keys.length > 0) found.keys = keys.slice(0, keysOfOne).map((each) => dropped(each, drop));
  if (!wanted) return;
  const credentials = findCredentials(path, content);
  if (credentials.length > 0) found.credentials = credentials.map((each) => dropped(each, drop));
}

/** More keys of one file say no more. */
const keysOfOne = 20;

const dropped = ({ rule, line, value }: FoundSecret, drop: Drop): DroppedSecret => ({
  rule,
  line,
  fingerprint: drop(rule, value),
});
