import { posix } from 'node:path';
import type { Source } from '../../core/facts/source.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { fromReading, missing, sourced } from '../gathering/partial-facts.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { readLatest } from './clock.ts';
import { findHostPrograms } from './host-processes.ts';
import { readFirewall } from './read-firewall.ts';

/** Programs that compare files, besides AIDE, which runs only now and then. */
const integrityPrograms = ['ossec-syscheckd', 'samhain', 'wazuh-syscheckd'] as const;

/** Programs that look for malware; ClamAV's are the first. */
const malwarePrograms = [
  ...(['clamd', 'clamonacc', 'ds_agent', 'falcon-sensor', 'fsavd', 'kesl', 'savd'] as const),
  ...(['s1-agent', 'sentinelone-agent', 'wdavdaemon', 'xagt'] as const),
] as const;

/** Programs that watch system calls of all processes. */
const detectionPrograms = ['falco', 'tetragon', 'tracee', 'tracee-ebpf'] as const;

const aideFiles = ['/etc/aide/aide.conf', '/etc/aide.conf'] as const;

/** What AIDE writes each time that it has compared, as distributions set it up. */
const aideReports = ['/var/log/aide/aide.log', '/var/log/aide/aide.report'] as const;

const signatureFolder = '/var/lib/clamav';

/** Reads what notices attacks on a host, and what keeps them out. */
export const readDefence = async (root: string, procRoot: string) => ({
  integrity: sourced(
    {
      ...(await runningOf(root, procRoot, integrityPrograms)),
      aide: fromReading(await hasAide(root)),
      lastCheck: fromReading(await readLatest(root, aideReports)),
    },
    processes,
  ),
  malware: sourced(
    {
      ...(await runningOf(root, procRoot, malwarePrograms)),
      signaturesAt: fromReading(await readSignatures(root)),
    },
    processes,
  ),
  detection: sourced(await runningOf(root, procRoot, detectionPrograms), processes),
  firewall: await readFirewall(root),
});

const processes: Source = { kind: 'file', path: '/proc' };

/** Those of some programs that run; none is a fact only where every process was looked at. */
async function runningOf(root: string, procRoot: string, names: readonly string[]) {
  const { found, elsewhere, unread } = await findHostPrograms(root, procRoot, (name) =>
    names.includes(name),
  );
  return {
    running: found.length === 0 && unread ? missing(unread) : sourced(found, processes),
    inContainers:
      elsewhere.length === 0 && unread ? missing(unread) : sourced(elsewhere, processes),
  };
}

const hasAide = (root: string): Promise<Reading<boolean>> =>
  attempt(aideFiles[0], async () => {
    for (const path of aideFiles) {
      try {
        await readText(root, path);
        return true;
      } catch (error) {
        if (!absent(error)) throw error;
      }
    }
    return false;
  });

/** When the newest file of signatures came: freshclam writes those that are out of date anew. */
async function readSignatures(root: string): Promise<Reading<string | null>> {
  const names = await attempt(signatureFolder, async () =>
    (await listFolder(root, signatureFolder))
      .map(({ name }) => name)
      .filter((name) => /^daily\.(?:cvd|cld)$/.test(name)),
  );
  if ('unread' in names) return names;
  if (names.value.length === 0) return { value: null, source: names.source };
  return readLatest(
    root,
    names.value.map((name) => posix.join(signatureFolder, name)),
  );
}
