import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { listFolder } from '../files/list-folder.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { statFile, type FileFact, type Names } from '../files/stat-file.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';

/** Where systemd looks for units, the winning place first. */
export const unitFolders = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
] as const;

/**
 * The unit file in force. A unit that is masked, by a link to /dev/null or an empty file, is one that the host does not have.
 */
export async function readUnit(
  root: string,
  unit: string,
  names: Names,
): Promise<Reading<FileFact | null>> {
  for (const folder of unitFolders) {
    const path = posix.join(folder, unit);
    if ((await isMasked(root, path)) || (await isEmpty(root, path))) {
      return { value: null, source: { kind: 'file', path } };
    }
    const reading = await attempt(path, () => statFile(root, path, names));
    if ('unread' in reading) return reading;
    if (reading.value) return reading;
  }
  return { value: null, source: { kind: 'file', path: posix.join(unitFolders[0], unit) } };
}

/** A link to nothing: by itself, as the device may not be there below this root. */
async function isMasked(root: string, path: string): Promise<boolean> {
  try {
    return (await resolveUnder(root, path)) === '/dev/null';
  } catch {
    // What is the matter with it shows as it is read.
    return false;
  }
}

async function isEmpty(root: string, path: string): Promise<boolean> {
  try {
    const stats = await lstat(join(root, await resolveUnder(root, path)));
    return stats.isFile() && stats.size === 0;
  } catch {
    return false;
  }
}

/** A drop-in, and the unit that it is for, or the type of units. */
export type DropIn = FileFact & { readonly unit: string };

/**
 * Every drop-in of some units that is in force, in the order of their paths; each file once. Those of all units of a type are
 * among them. Of one name the first place wins; a link to /dev/null there takes it away.
 */
export async function readDropIns(
  root: string,
  units: readonly string[],
  names: Names,
): Promise<Reading<readonly DropIn[]>> {
  const found = new Map<string, DropIn>();
  const types = units.map((unit) => unit.replace(/^.*\./, ''));
  for (const owner of new Set([...units, ...types])) {
    const seen = new Set<string>();
    for (const at of unitFolders) {
      const folder = `${at}/${owner}.d`;
      const reading = await attempt(folder, async () => {
        for (const { name } of await listFolder(root, folder)) {
          if (!name.endsWith('.conf') || seen.has(name)) continue;
          seen.add(name);
          const path = `${folder}/${name}`;
          const fact = (await isMasked(root, path)) ? null : await statFile(root, path, names);
          if (fact) found.set(`${fact.path}\0${owner}`, { ...fact, unit: owner });
        }
      });
      if ('unread' in reading) return reading;
    }
  }
  const value = [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { value, source: { kind: 'file', path: unitFolders[0] } };
}
