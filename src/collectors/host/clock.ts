import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { enabledUnits } from './enabled-units.ts';

/** Units of the usual time services, less `.service`. */
const units = ['chrony', 'chronyd', 'ntp', 'ntpd', 'ntpsec', 'openntpd', 'systemd-timesyncd'];

/** Their programs. */
export const clockPrograms: readonly string[] = ['chronyd', 'ntpd', 'systemd-timesyncd'];

/**
 * What they write each time that they have set the clock, or measured how it drifts: once an hour or more often
 * while they reach a source.
 *
 * @see https://man7.org/linux/man-pages/man8/systemd-timesyncd.service.8.html
 */
const marks = [
  '/run/systemd/timesync/synchronized',
  '/var/lib/chrony/drift',
  '/var/lib/chrony/chrony.drift',
  '/var/lib/ntp/ntp.drift',
  '/var/lib/ntp/drift',
  '/var/lib/ntpsec/ntp.drift',
  '/var/lib/openntpd/db/ntpd.drift',
];

/** Time services that start with the host: those that a target or a runlevel wants, and that are not masked. */
export const readEnabledClocks = (root: string): Promise<Reading<readonly string[]>> =>
  attempt('/etc/systemd/system', () => enabledUnits(root, units));

/** When the clock was last set or measured; `null` where nothing shows that it ever was. */
export const readLastSet = async (root: string): Promise<Reading<string | null>> =>
  readLatest(root, marks);

/** The latest change of any of some files, ISO 8601 UTC to the second; `null` when there is none of them. */
export async function readLatest(
  root: string,
  paths: readonly string[],
): Promise<Reading<string | null>> {
  let latest: { readonly path: string; readonly at: number } | undefined;
  for (const path of paths) {
    const reading = await attempt(path, () => changedAt(root, path));
    if ('unread' in reading) return reading;
    const at = reading.value;
    if (at !== undefined && (latest === undefined || at > latest.at)) latest = { path, at };
  }
  return {
    value: latest ? new Date(Math.floor(latest.at / 1000) * 1000).toISOString() : null,
    source: { kind: 'file', path: latest?.path ?? paths[0] ?? '/' },
  };
}

async function changedAt(root: string, path: string): Promise<number | undefined> {
  try {
    return (await stat(join(root, await resolveUnder(root, path)))).mtimeMs;
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return undefined;
    throw failure;
  }
}
