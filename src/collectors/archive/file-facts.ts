import type { z } from 'zod';
import type { image } from '../../core/subjects/image.ts';
import { named } from '../../syntax/package-databases/apk-and-dpkg.ts';
import { osReleases } from '../../knowledge/image-places.ts';
import type { Unread } from '../gathering/unread-gap.ts';
import {
  isMissing,
  missing,
  more,
  type Missing,
  type More,
  type Partly,
} from '../gathering/partial-facts.ts';
import { shownPath } from '../../syntax/tar/entry-path.ts';
import { byPath, secretsIn } from './found-secrets.ts';
import { limits } from '../../syntax/tar/archive-limits.ts';
import { notLookedInto, type Noted } from './read-layer-entry.ts';
import type { MergedView } from './merge-layers.ts';
import { text } from '../../core/text.ts';

type Files = z.output<(typeof image)['schema']>['files'];

/** The facts of an image's files, from what its layers show together. */
export function viewFacts(view: MergedView, clean: (text: string) => string): Partly<Files> {
  const entries = [...view.files].toSorted(byPath);
  const show = (path: string): string => clean(shownPath(path));
  const list = <T>(items: readonly T[]): readonly T[] | Missing =>
    items.length > limits.found ? tooMany : items;
  const unread = entries.filter(isUnread);
  const unreadFiles = [...unread, ...view.hidden.filter(isUnread).toSorted(byPath)].filter(
    ([path]) => !isDatabase(path),
  );
  // What was found fails, whatever lies in the files beside it.
  const credentialsOf = <T>(found: readonly T[]): readonly (T | More)[] | Missing =>
    found.length > limits.found || unreadFiles.length === 0
      ? list(found)
      : [...found, more(notLooked(unreadFiles, show))];
  const holes = [...entries, ...view.hidden].filter(([, { keysUnread }]) => keysUnread);
  const keysOf = <T>(found: readonly T[]): readonly (T | More)[] | Missing =>
    found.length > limits.found || holes.length === 0
      ? list(found)
      : [...found, more(notLooked(holes, show))];
  const owned = (
    isMeant: (noted: Noted) => boolean | undefined,
    also: (noted: Noted) => Pick<Noted, 'capabilities'> = () => ({}),
  ) =>
    list(
      entries.flatMap(([path, noted]) => {
        const { mode, uid, gid } = noted;
        return isMeant(noted) ? [{ path: show(path), mode, uid, gid, ...also(noted) }] : [];
      }),
    );
  const links = entries.filter(([, { account }]) => account === 'link');
  const followedOf = <T>(found: readonly T[] | Missing): readonly (T | More)[] | Missing =>
    links.length === 0 || isMissing(found) ? found : [...found, more(notFollowed(links, show))];
  return {
    setuid: owned(
      ({ setuid, capabilities }) => setuid === true || capabilities !== undefined,
      ({ capabilities }) => (capabilities ? { capabilities } : {}),
    ),
    accountFiles: followedOf(owned(({ account }) => account === 'here')),
    worldWritable: list(
      entries.flatMap(([path, { worldWritable, mode }]) =>
        worldWritable === undefined
          ? []
          : [{ path: show(path), mode, directory: worldWritable === 'directory' }],
      ),
    ),
    privateKeys: keysOf(secretsIn(view, ({ keys }) => keys, show)),
    credentials: credentialsOf(secretsIn(view, ({ credentials }) => credentials, show)),
    programs: list(entries.flatMap(([path, { program }]) => (program ? [show(path)] : []))),
    packages: packagesOf(entries, unread, show),
    os: osOf(view, unread, show, clean),
  };
}

const isUnread = ([, noted]: Entries[number]): boolean => noted.unread !== undefined;

type Entries = readonly (readonly [string, Noted])[];

const tooMany = missing({
  reason: 'unsupported',
  detail: text(`there are more than ${limits.found} such files`, `此类文件超过 ${limits.found} 个`),
});

const removedOs: Unread = {
  reason: 'unavailable',
  detail: text(
    'a later layer removes what says which system it is',
    '上层已删除说明其操作系统的 os-release 文件',
  ),
};

/** More names of files than these say no more. */
const shownFiles = 3;

function notLooked(unread: Entries, show: (path: string) => string): Unread {
  const names = unread.slice(0, shownFiles).map(([path]) => show(path));
  const [, first] = unread[0] ?? [];
  const { en, zh } = first?.unread ?? notLookedInto;
  return {
    reason: 'unsupported',
    detail: text(
      `${names.join(', ')} was not read: ${en}`,
      `未查看 ${names.join('、')} 的内容：${zh}`,
    ),
  };
}

function notFollowed(links: Entries, show: (path: string) => string): Unread {
  const names = links.slice(0, shownFiles).map(([path]) => show(path));
  return {
    reason: 'unsupported',
    detail: text(
      `${names.join(', ')} leads elsewhere, and was not followed`,
      `${names.join('、')} 为符号链接，未跟随读取`,
    ),
  };
}

const isDatabase = (path: string): boolean =>
  osReleases.some((each) => each === path) ||
  /^(?:var\/lib\/dpkg|(?:usr\/)?lib\/apk|var\/lib\/rpm|usr\/lib\/sysimage\/rpm)\//.test(path);

function packagesOf(
  entries: Entries,
  unread: Entries,
  show: (path: string) => string,
): Partly<Files['packages']> {
  const unreadDatabases = unread.filter(
    ([path]) => isDatabase(path) && !path.endsWith('os-release'),
  );
  if (unreadDatabases.length > 0) return missing(notLooked(unreadDatabases, show));
  const databases = entries.flatMap(([, { packages }]) => (packages ? [packages] : []));
  const manager = databases.some((each) => each.manager === 'dpkg')
    ? 'dpkg'
    : databases[0]?.manager;
  if (manager !== undefined) {
    return named(
      manager,
      databases.filter((each) => each.manager === manager).flatMap(({ names }) => names),
    );
  }
  if (entries.some(([, { rpm }]) => rpm)) {
    return missing({
      reason: 'unsupported',
      detail: text(
        'the database of RPM is of an older form (Berkeley DB or NDB), which was not read',
        'RPM 数据库为旧格式（Berkeley DB 或 NDB），未读取',
      ),
    });
  }
  return { manager: null, installed: [] };
}

function osOf(
  view: MergedView,
  unread: Entries,
  show: (path: string) => string,
  clean: (text: string) => string,
): Partly<Files['os']> {
  for (const path of osReleases) {
    const unreadName = unread.filter(([each]) => each === path);
    if (unreadName.length > 0) return missing(notLooked(unreadName, show));
    const os = view.files.get(path)?.os;
    if (os) return { id: clean(os.id), version: clean(os.version), name: clean(os.name) };
  }
  const wasThere = view.hidden.some(
    ([path, { os }]) => os && osReleases.some((each) => each === path),
  );
  if (wasThere) return missing(removedOs);
  return null;
}
