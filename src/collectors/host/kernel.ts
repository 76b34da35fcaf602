import { readText } from '../files/read-text.ts';
import { listFolder } from '../files/list-folder.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';

/** Release of the kernel that runs, as `uname -r` prints it. */
export const readRunningKernel = (procRoot: string): Promise<Reading<string>> =>
  attempt('/proc/sys/kernel/osrelease', async () =>
    (await readText(procRoot, '/sys/kernel/osrelease')).trim(),
  );

/**
 * Releases that are installed under a root, oldest first: those with an image in /boot, and those with
 * a complete folder of modules. A folder that a removed kernel left behind has lost its list of modules.
 */
export const readInstalledKernels = (root: string): Promise<Reading<readonly string[]>> =>
  attempt('/lib/modules', async () => {
    const images = (await listFolder(root, '/boot')).flatMap(
      ({ name }) => /^(?:vmlinuz|vmlinux|kernel)-(\d.*)$/.exec(name)?.[1] ?? [],
    );
    const folders = (await listFolder(root, '/lib/modules')).map(({ name }) => name);
    const complete = await Promise.all(
      folders.map(async (name) => {
        const files = await listFolder(root, `/lib/modules/${name}`);
        return files.some((file) => file.name === 'modules.dep') ? [name] : [];
      }),
    );
    // The image of a rescue system is a copy of one of the others.
    const releases = [...images, ...complete.flat()].filter((name) => !name.startsWith('0-rescue'));
    return [...new Set(releases)].toSorted(compareReleases);
  });

/**
 * Compares two releases number by number and word by word. A pre-release (`-rc1`, `~rc1`) is older than
 * its release.
 */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one, other] = [left[at], right[at]];
    if (one === other) continue;
    if (one === undefined) return isPreRelease(other) ? 1 : -1;
    if (other === undefined) return isPreRelease(one) ? -1 : 1;
    const [number, otherNumber] = [Number(one), Number(other)];
    if (!Number.isNaN(number) && !Number.isNaN(otherNumber)) {
      if (number !== otherNumber) return number - otherNumber;
      continue;
    }
    if (isPreRelease(one) !== isPreRelease(other)) return isPreRelease(one) ? -1 : 1;
    // A further number is newer than a word: 6.1.0.1 than 6.1.0-amd64.
    if (Number.isNaN(number) !== Number.isNaN(otherNumber)) return Number.isNaN(number) ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

const parts = (release: string): readonly string[] => release.match(/\d+|[a-z]+/gi) ?? [];

const isPreRelease = (part: string | undefined): boolean => part === 'rc';
