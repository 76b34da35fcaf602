import type { z } from 'zod';
import type { image } from '../../core/subjects/image.ts';
import { named } from '../container-root/installed-packages.ts';
import { osReleases } from '../container-root/places.ts';
import { missing, type Missing, type Partly } from '../partly.ts';
import { shownPath } from './entry-path.ts';
import { limits } from './limits.ts';
import type { DroppedSecret, Noted } from './look-at-entry.ts';
import type { MergedView } from './merge-layers.ts';
import { isSample } from './sample-places.ts';
import { text } from '../../core/text.ts';

type Files = z.output<(typeof image)['schema']>['files'];

/** The facts of an image's files, from what its layers show together. */
export function viewFacts(view: MergedView, clean: (text: string) => string): Partly<Files> {
  const entries = [...view].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const show = (path: string): string => clean(shownPath(path));
  const list = <T>(items: readonly T[]): readonly T[] | Missing =>
    items.length > limits.found ? tooMany : items;
  const secrets = (pick: (noted: Noted) => readonly DroppedSecret[] | undefined) =>
    entries.flatMap(([path, noted]) =>
      (pick(noted) ?? []).map((found) => ({
        path: show(path),
        ...found,
        sample: isSample(path),
      })),
    );
  const unread = entries.filter(([, noted]) => noted.unread !== undefined);
  return {
    setuid: list(
      entries.flatMap(([path, { setuid, mode, uid, gid }]) =>
        setuid === true ? [{ path: show(path), mode, uid, gid }] : [],
      ),
    ),
    worldWritable: list(
      entries.flatMap(([path, { worldWritable, mode }]) =>
        worldWritable === undefined
          ? []
          : [{ path: show(path), mode, directory: worldWritable === 'directory' }],
      ),
    ),
    privateKeys: list(secrets(({ keys }) => keys)),
    credentials: unread.some(([path]) => !isDatabase(path))
      ? notLooked(unread)
      : list(secrets(({ credentials }) => credentials)),
    programs: list(entries.flatMap(([path, { program }]) => (program ? [show(path)] : []))),
    packages: packagesOf(entries, unread),
    os: osOf(view, unread, clean),
  };
}

type Entries = readonly (readonly [string, Noted])[];

const tooMany = missing({
  reason: 'unsupported',
  detail: text(`there are more than ${limits.found} such files`, `此类文件超过 ${limits.found} 个`),
});

const notLooked = (unread: Entries): Missing =>
  missing({
    reason: 'unsupported',
    detail: `${unread
      .map(([path]) => shownPath(path))
      .slice(0, 3)
      .join(', ')} was not looked into: ${unread[0]?.[1].unread ?? ''}`,
  });

const isDatabase = (path: string): boolean =>
  osReleases.some((each) => each === path) ||
  /^(?:var\/lib\/dpkg|(?:usr\/)?lib\/apk|var\/lib\/rpm|usr\/lib\/sysimage\/rpm)\//.test(path);

function packagesOf(entries: Entries, unread: Entries): Partly<Files['packages']> {
  if (unread.some(([path]) => isDatabase(path) && !path.endsWith('os-release'))) {
    return notLooked(unread);
  }
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
  clean: (text: string) => string,
): Partly<Files['os']> {
  if (unread.some(([path]) => osReleases.some((each) => each === path))) return notLooked(unread);
  for (const path of osReleases) {
    const os = view.get(path)?.os;
    if (os) return { id: clean(os.id), version: clean(os.version), name: clean(os.name) };
  }
  return null;
}
