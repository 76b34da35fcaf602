import { posix } from 'node:path';
import { listFolder } from '../files/list-folder.ts';
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
 * The unit file in force. A unit that is masked, by a link to /dev/null, is one that the host does not have.
 */
export async function readUnit(
  root: string,
  unit: string,
  names: Names,
): Promise<Reading<FileFact | null>> {
  for (const folder of unitFolders) {
    const path = posix.join(folder, unit);
    const reading = await attempt(path, () => statFile(root, path, names));
    if ('unread' in reading) return reading;
    if (reading.value?.path === '/dev/null') return { ...reading, value: null };
    if (reading.value) return reading;
  }
  return { value: null, source: { kind: 'file', path: posix.join(unitFolders[0], unit) } };
}

/** Every drop-in of some units, in any of the places, in the order of their paths; each file once. */
export async function readDropIns(
  root: string,
  units: readonly string[],
  names: Names,
): Promise<Reading<readonly FileFact[]>> {
  const found = new Map<string, FileFact>();
  for (const folder of units.flatMap((unit) => unitFolders.map((at) => `${at}/${unit}.d`))) {
    const reading = await attempt(folder, async () => {
      for (const { name } of await listFolder(root, folder)) {
        const fact = name.endsWith('.conf') && (await statFile(root, `${folder}/${name}`, names));
        if (fact) found.set(fact.path, fact);
      }
    });
    if ('unread' in reading) return reading;
  }
  const value = [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { value, source: { kind: 'file', path: unitFolders[0] } };
}
