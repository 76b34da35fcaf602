import { fromReading, missing, sourced, type Partly } from '../partly.ts';
import { readGroup, readPasswd } from '../files/accounts.ts';
import { namesOf, type FileFact, type Names } from '../files/stat-file.ts';
import { attempt, type Unread } from '../files/unread.ts';
import { findEngineFiles } from './engine-files.ts';
import { readHostDaemon } from './host-daemon.ts';
import type { HostPlace, HostReaders } from './host-reader.ts';
import { readRegistryTrust } from './read-registry-trust.ts';
import { readDropIns } from './unit-files.ts';
import { walkFolder } from './walk-folder.ts';
import { readWellKnownFiles } from './well-known-files.ts';

const certificates = '/etc/docker/certs.d';
const units = ['docker.service', 'docker.socket', 'containerd.service'];

/** Owner and mode of the files that matter. */
export function fileReaders({ root, procRoot }: HostPlace): HostReaders {
  const known = readNames(root);
  return {
    files: async () => {
      const { names, ...without } = await known;
      const engine = await findEngineFiles(root, await readHostDaemon(root, procRoot));
      const readings = Object.entries(await readWellKnownFiles(root, engine, names));
      const parts = readings.map(([name, reading]): [string, unknown] => {
        if ('unread' in reading || !reading.value) return [name, fromReading(reading)];
        return [name, sourced(withoutNames(reading.value, without), reading.source)];
      });
      return Object.fromEntries<unknown>(parts);
    },
    registryCertificates: async () => {
      const { names, ...without } = await known;
      const reading = await attempt(certificates, () => walkFolder(root, certificates, names));
      if ('unread' in reading) return fromReading(reading);
      return fromReading({ ...reading, value: reading.value.map(listed(without)) });
    },
    registryTrust: () => readRegistryTrust(root, certificates),
    unitDropIns: async () => {
      const { names, ...without } = await known;
      const reading = await readDropIns(root, units, names);
      if ('unread' in reading) return fromReading(reading);
      return fromReading({ ...reading, value: reading.value.map(listed(without)) });
    },
  };
}

/** Why there are no names for numbers: that nobody has one is a fact only where the names could be read. */
interface Nameless {
  readonly noUsers?: Unread;
  readonly noGroups?: Unread;
}

async function readNames(root: string): Promise<Nameless & { readonly names: Names }> {
  const accounts = await attempt('/etc/passwd', () => readPasswd(root));
  const groups = await attempt('/etc/group', () => readGroup(root));
  return {
    names: namesOf(
      'value' in accounts ? accounts.value : [],
      'value' in groups ? groups.value : [],
    ),
    ...('unread' in accounts ? { noUsers: accounts.unread } : {}),
    ...('unread' in groups ? { noGroups: groups.unread } : {}),
  };
}

const withoutNames = (fact: FileFact, { noUsers, noGroups }: Nameless): Partly<FileFact> => ({
  ...fact,
  ...(noUsers ? { owner: missing(noUsers) } : {}),
  ...(noGroups ? { group: missing(noGroups) } : {}),
});

const listed = (without: Nameless) => (fact: FileFact) =>
  sourced(withoutNames(fact, without), { kind: 'file', path: fact.path });
