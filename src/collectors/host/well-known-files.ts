import type { HostFacts } from '../../core/subjects/host/host.ts';
import type { Source } from '../../core/facts/source.ts';
import { statFile, type FileFact, type Names } from '../files/stat-file.ts';
import { attempt, type Reading, type Unread } from '../gathering/unread-gap.ts';
import type { EngineFiles } from './engine-files.ts';
import { readUnit } from './unit-files.ts';

type FileName = Exclude<keyof HostFacts['files'], 'engineSocket' | 'otherEngineSockets'>;

/** Reads owner and mode of every file that matters, each under the name that the facts have for it. */
export async function readWellKnownFiles(
  root: string,
  engine: EngineFiles,
  names: Names,
): Promise<Readonly<Record<FileName, Reading<FileFact | null>>>> {
  const at = (path: string): Promise<Reading<FileFact | null>> =>
    attempt(path, () => statFile(root, path, names));
  const unit = (name: string): Promise<Reading<FileFact | null>> => readUnit(root, name, names);
  const certificate = async (
    name: 'ca' | 'certificate' | 'key',
  ): Promise<Reading<FileFact | null>> => {
    const { certificates } = engine;
    if ('unread' in certificates) return certificates;
    if (!certificates.value) return { ...certificates, value: null };
    return at(certificates.value[name]);
  };
  const dataRoot = async (): Promise<Reading<FileFact | null>> =>
    'unread' in engine.dataRoot ? engine.dataRoot : at(engine.dataRoot.value);

  const readings = {
    dockerService: unit('docker.service'),
    dockerSocketUnit: unit('docker.socket'),
    containerdService: unit('containerd.service'),
    dockerDirectory: at('/etc/docker'),
    daemonConfig: at(engine.daemonConfig),
    dockerDefaults: at('/etc/default/docker'),
    dockerSysconfig: at('/etc/sysconfig/docker'),
    containerdConfig: at('/etc/containerd/config.toml'),
    containerdSocket: firstOf(at, engine.containerdSockets),
    containerdDirectory: at('/run/containerd'),
    dataRoot: dataRoot(),
    tlsCaCertificate: certificate('ca'),
    tlsServerCertificate: certificate('certificate'),
    tlsServerKey: certificate('key'),
    clientKey: at('/root/.docker/key.pem'),
  } satisfies Record<FileName, Promise<Reading<FileFact | null>>>;

  const entries = Object.entries(readings).map(
    async ([name, reading]) => [name, await reading] as const,
  );
  // The keys are those of `readings`, which the compiler forgets in Object.entries.
  return Object.fromEntries(await Promise.all(entries)) as Record<
    FileName,
    Reading<FileFact | null>
  >;
}

/**
 * The sockets at which engines answer: the first, and the others. That there is none is known only where there are no other
 * places.
 */
export async function readEngineSockets(
  places: readonly { readonly root: string; readonly path: string }[],
  unread: Unread | undefined,
  names: Names,
): Promise<{
  readonly engineSocket: Reading<FileFact | null>;
  readonly others: readonly FileFact[];
  readonly unread: Unread | undefined;
  /** Where it was looked for them. */
  readonly source: Source;
}> {
  const found = new Map<string, Reading<FileFact>>();
  let hidden = unread;
  for (const { root, path } of places) {
    const reading = await attempt(path, () => statFile(root, path, names));
    if ('unread' in reading) hidden ??= reading.unread;
    else if (reading.value) found.set(reading.value.path, { ...reading, value: reading.value });
  }
  const [first, ...others] = found.values();
  const source: Source = { kind: 'file', path: places[0]?.path ?? '/run' };
  const none: Reading<null> = hidden ? { unread: hidden } : { value: null, source };
  return {
    engineSocket: first ?? none,
    others: others.flatMap((each) => ('value' in each ? [each.value] : [])),
    unread: hidden,
    source,
  };
}

/** The file at the first place that has one; that none has is known only where there are no other places. */
async function firstOf(
  at: (path: string) => Promise<Reading<FileFact | null>>,
  { places, unread }: EngineFiles['containerdSockets'],
): Promise<Reading<FileFact | null>> {
  const [surest, ...others] = places;
  let reading = await at(surest);
  for (const path of others) {
    if ('unread' in reading || reading.value) return reading;
    reading = await at(path);
  }
  return 'value' in reading && reading.value === null && unread ? { unread } : reading;
}

const accountPaths = [
  '/etc/group',
  '/etc/passwd',
  '/etc/shadow',
  '/etc/subgid',
  '/etc/subuid',
  '/etc/sudoers',
  '/etc/sudoers.d',
] as const;

/** The files that say who an account is and what it may do, as far as they are there. */
export async function readAccountFiles(
  root: string,
  names: Names,
): Promise<Reading<readonly FileFact[]>> {
  const found: FileFact[] = [];
  for (const path of accountPaths) {
    const reading = await attempt(path, () => statFile(root, path, names));
    if ('unread' in reading) return reading;
    if (reading.value) found.push(reading.value);
  }
  return { value: found, source: { kind: 'file', path: '/etc' } };
}
