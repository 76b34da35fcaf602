import { fromReading, missing, more, sourced, type Partly } from '../gathering/partial-facts.ts';
import { readGroup, readPasswd } from '../files/accounts.ts';
import { namesOf, type FileFact, type Names } from '../files/stat-file.ts';
import { attempt, type Reading, type Unread } from '../gathering/unread-gap.ts';
import { readDataRootSpace } from './data-root-space.ts';
import { findEngineFiles, type EngineFiles } from './engine-files.ts';
import { readHostDaemon } from './host-daemon.ts';
import type { HostPlace, HostReaders } from './host-reader.ts';
import { readAuditLog } from './read-auditd-conf.ts';
import { readContainerLogs } from './container-logs.ts';
import { readProgramFiles, readRaisedPrograms } from './program-files.ts';
import { readRegistryTrust } from './read-registry-trust.ts';
import { readDropIns } from './unit-files.ts';
import { walkFolder } from './walk-folder.ts';
import { readAccountFiles, readEngineSockets, readWellKnownFiles } from './well-known-files.ts';

const certificates = '/etc/docker/certs.d';
const units = ['docker.service', 'docker.socket', 'containerd.service'];

/** Owner and mode of the files that matter. */
export function fileReaders({ root, procRoot, engineSockets = [] }: HostPlace): HostReaders {
  const known = readNames(root);
  let found: Promise<EngineFiles> | undefined;
  const findEngine = (): Promise<EngineFiles> =>
    (found ??= readHostDaemon(root, procRoot, engineSockets).then((daemon) =>
      findEngineFiles(root, daemon),
    ));
  const list = async (reading: Reading<readonly FileFact[]>) => {
    const without = await known;
    if ('unread' in reading) return fromReading(reading);
    return fromReading({ ...reading, value: reading.value.map(listed(without)) });
  };
  return {
    files: async () => {
      const { names, ...without } = await known;
      const engine = await findEngine();
      const { places, unread } = engine.engineSockets;
      const [readings, sockets] = await Promise.all([
        readWellKnownFiles(root, engine, names),
        readEngineSockets(
          [
            ...places.map((path) => ({ root: engine.root, path })),
            ...engineSockets.map((path) => ({ root, path })),
          ],
          unread,
          names,
        ),
      ]);
      const all = { ...readings, engineSocket: sockets.engineSocket };
      const parts = Object.entries(all).map(([name, reading]): [string, unknown] => {
        if ('unread' in reading || !reading.value) return [name, fromReading(reading)];
        return [name, sourced(withoutNames(reading.value, without), reading.source)];
      });
      const others = sockets.others.map(listed(without));
      return {
        ...Object.fromEntries<unknown>(parts),
        otherEngineSockets: sourced(
          sockets.unread ? [...others, more(sockets.unread)] : others,
          sockets.source,
        ),
      };
    },
    dataRootSpace: async () => readDataRootSpace(await findEngine()),
    programs: async () => {
      const { names, ...without } = await known;
      const reading = await readProgramFiles(root, procRoot, names);
      if ('unread' in reading) return fromReading(reading);
      const parts = Object.entries(reading.value).map(
        ([name, files]) => [name, files.map(listed(without))] as const,
      );
      return fromReading({ ...reading, value: Object.fromEntries(parts) });
    },
    raisedPrograms: async () => list(await readRaisedPrograms(root, (await known).names)),
    auditLog: async () => list(await readAuditLog(root, (await known).names)),
    containerLogs: async () => {
      const { dataRoot, root: engineRoot } = await findEngine();
      if ('unread' in dataRoot) return missing(dataRoot.unread);
      return list(await readContainerLogs(dataRoot.value, engineRoot, (await known).names));
    },
    accountFiles: async () => list(await readAccountFiles(root, (await known).names)),
    registryCertificates: async () => {
      const { names } = await known;
      return list(await attempt(certificates, () => walkFolder(root, certificates, names)));
    },
    registryTrust: () => readRegistryTrust(root, certificates),
    unitDropIns: async () => list(await readDropIns(root, units, (await known).names)),
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
