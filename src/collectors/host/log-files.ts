import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';

/** Programs that take a host's log. */
export const logPrograms: readonly string[] = [
  'rsyslogd',
  'syslog-ng',
  'syslogd',
  'systemd-journald',
];

/** Where log services write plain files on the usual distributions. */
const plainFiles = [
  '/var/log/auth.log',
  '/var/log/messages',
  '/var/log/secure',
  '/var/log/syslog',
] as const;

/** What logrotate writes each time that it has run. */
export const rotationMarks: readonly string[] = [
  '/var/lib/logrotate/status',
  '/var/lib/logrotate/logrotate.status',
  '/var/lib/logrotate.status',
  '/var/lib/misc/logrotate.status',
];

/** The plain files of a system log that are there. */
export const readPlainLogs = (root: string): Promise<Reading<readonly string[]>> =>
  attempt('/var/log', async () => {
    const there = await Promise.all(plainFiles.map((path) => isThere(root, path)));
    return plainFiles.filter((_, at) => there[at]);
  });

/** Whether logrotate is set up. */
export const readRotation = (root: string): Promise<Reading<boolean>> =>
  attempt('/etc/logrotate.conf', async () => {
    const places = ['/etc/logrotate.conf', '/usr/etc/logrotate.conf'];
    return (await Promise.all(places.map((path) => isThere(root, path)))).includes(true);
  });

async function isThere(root: string, path: string): Promise<boolean> {
  try {
    await lstat(join(root, await resolveUnder(root, path)));
    return true;
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return false;
    throw failure;
  }
}
