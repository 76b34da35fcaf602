/** Where programs lie, and libraries that bring some of their own; links among them are not followed. */
export const programFolders = [
  'bin',
  'lib',
  'opt',
  'sbin',
  'usr/bin',
  'usr/lib',
  'usr/libexec',
  'usr/local/bin',
  'usr/local/lib',
  'usr/local/sbin',
  'usr/sbin',
] as const;

/** Where package managers keep what is installed. */
export const packageFolders = {
  apk: ['lib/apk/db', 'usr/lib/apk/db'],
  dpkg: 'var/lib/dpkg',
  rpm: ['usr/lib/sysimage/rpm', 'var/lib/rpm'],
} as const;

/** Where a system says what it is: the first that is there counts, and is usually a link to the second. */
export const osReleases = ['etc/os-release', 'usr/lib/os-release'] as const;

const looked: readonly string[] = [
  ...programFolders,
  ...packageFolders.apk,
  packageFolders.dpkg,
  ...packageFolders.rpm,
  ...osReleases,
].map((path) => `/${path}`);

/** What an engine itself puts there for a container that asks for an init. */
const engineInit = '/sbin/docker-init';

/**
 * Whether what a container shows in the places that are looked at is what its image has: nothing in them
 * was changed since it was made, and nothing is mounted over them.
 *
 * @param changed paths that are not as they are in the image, directories on the way to them included
 */
export function speaksForImage(
  changed: readonly { readonly path: string; readonly change: string }[],
  mountPoints: readonly string[],
): boolean {
  const moved = changed.some(
    ({ path, change }) =>
      path !== engineInit &&
      looked.some(
        (place) =>
          path.startsWith(`${place}/`) ||
          (change === 'deleted' && leadsTo(path, place)) ||
          (path === place && isFile(place)),
      ),
  );
  const covered = mountPoints.some(
    (point) =>
      point !== engineInit &&
      point !== '/' &&
      looked.some((place) => leadsTo(point, place) || point.startsWith(`${place}/`)),
  );
  return !moved && !covered;
}

const isFile = (place: string): boolean => place.endsWith('/os-release');

const leadsTo = (path: string, place: string): boolean =>
  path === place || place.startsWith(`${path}/`);
