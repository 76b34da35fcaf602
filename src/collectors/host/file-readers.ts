import { readGroup, readPasswd } from '../files/accounts.ts';
import { namesOf, type FileFact, type Names } from '../files/stat-file.ts';
import { attempt, type Reading, type Unread } from '../files/unread.ts';
import type { Section } from './assemble.ts';
import { findEngineFiles } from './engine-files.ts';
import { readHostDaemon } from './host-daemon.ts';
import type { HostPlace, HostReader } from './host-reader.ts';
import { readDropIns } from './unit-files.ts';
import { walkFolder } from './walk-folder.ts';
import { readWellKnownFiles } from './well-known-files.ts';

/** Owner and mode of the files that matter. */
export function fileReaders(place: HostPlace): readonly HostReader[] {
  const { root, procRoot } = place;
  const names = readNames(root);
  const certificates = '/etc/docker/certs.d';
  return [
    {
      path: ['files'],
      read: async () => {
        const known = await names;
        const engine = await findEngineFiles(root, await readHostDaemon(root, procRoot));
        const readings = await readWellKnownFiles(root, engine, known.names);
        return Object.entries(readings).flatMap(([name, reading]) =>
          fileSections(['files', name], reading, known),
        );
      },
    },
    {
      path: ['registryCertificates'],
      read: async () => {
        const known = await names;
        const walk = (): Promise<readonly FileFact[]> =>
          walkFolder(root, certificates, known.names);
        return listSections(['registryCertificates'], await attempt(certificates, walk), known);
      },
    },
    {
      path: ['unitDropIns'],
      read: async () => {
        const known = await names;
        const units = ['docker.service', 'docker.socket', 'containerd.service'];
        return listSections(['unitDropIns'], await readDropIns(root, units, known.names), known);
      },
    },
  ];
}

/** Names for numbers, and why there are none. */
interface KnownNames {
  readonly names: Names;
  readonly noUsers?: Unread;
  readonly noGroups?: Unread;
}

async function readNames(root: string): Promise<KnownNames> {
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

function fileSections(
  path: readonly string[],
  reading: Reading<FileFact | null>,
  known: KnownNames,
): readonly Section[] {
  const there = 'value' in reading && reading.value !== null;
  return [{ path, reading }, ...(there ? namelessParts(path, known) : [])];
}

/** That nobody has a number's name is a fact only where the names could be read. */
const namelessParts = (
  path: readonly string[],
  { noUsers, noGroups }: KnownNames,
): readonly Section[] => [
  ...(noUsers ? [{ path: [...path, 'owner'], reading: { unread: noUsers } }] : []),
  ...(noGroups ? [{ path: [...path, 'group'], reading: { unread: noGroups } }] : []),
];

function listSections(
  path: readonly string[],
  reading: Reading<readonly FileFact[]>,
  known: KnownNames,
): readonly Section[] {
  if ('unread' in reading) return [{ path, reading }];
  const sources = Object.fromEntries(
    reading.value.map((fact, at) => [`/${at}`, { kind: 'file', path: fact.path } as const]),
  );
  const parts = reading.value.flatMap((_, at) => namelessParts([...path, String(at)], known));
  return [{ path, reading, sources }, ...parts];
}
