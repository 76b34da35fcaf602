import { posix } from 'node:path';
import { listFolder } from '../files/list-folder.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { unitFolders } from './unit-files.ts';

/**
 * Those of some units, less `.service`, that start with the host: a target or a runlevel wants them, and they are not
 * masked.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export async function enabledUnits(
  root: string,
  units: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set<string>();
  for (const folder of unitFolders) {
    for (const { name } of await listFolder(root, folder)) {
      if (!name.endsWith('.wants')) continue;
      for (const unit of await listFolder(root, posix.join(folder, name))) {
        wanted.add(unit.name.replace(/\.(?:service|timer)$/, ''));
      }
    }
  }
  for (const { name } of await listFolder(root, '/etc/runlevels/default')) wanted.add(name);
  const found = units.filter((unit) => wanted.has(unit));
  const masks = await Promise.all(
    found.map((unit) => resolveUnder(root, `/etc/systemd/system/${unit}.service`)),
  );
  return found.filter((_, at) => masks[at] !== '/dev/null');
}
