import { posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { ownFileIdentity } from '../files/file-identity.ts';
import { attempt, unread, unreadFile, type Reading } from '../gathering/unread-gap.ts';
import { readProc, readProcLink } from '../proc/read-proc.ts';
import { readProcessStart } from '../proc/process-start.ts';
import { readApiSockets } from './api-sockets.ts';
import { readCertificates, type DaemonEnvironment } from './daemon-certificates.ts';
import { placesOfContainerd, readContainerdSockets } from './containerd-sockets.ts';
import { changedSince, readDaemonFile } from './daemon-file.ts';
import { lastFlag, parseDaemonFlags, type DaemonFlags } from './daemon-flags.ts';
import type { DaemonQuery, DaemonReading, DaemonSettings } from './daemon-reading.ts';
import { settingForms } from './daemon-settings.ts';
import type { EngineProcess } from './engine-processes.ts';
import { readBoundPaths, readTcpListeners, readUnixSockets } from './engine-sockets.ts';
import { findDaemon } from './find-daemon.ts';
import { readAuthorities } from './read-authorities.ts';
import { readListeners } from './read-listeners.ts';
import { readSetting, type DaemonWords } from './read-setting.ts';
import { readSwarmState } from './swarm-state.ts';
import { text as wording } from '../../core/text.ts';

/**
 * Reads the process behind an engine's API: its flags, its configuration file as its own root has it, and
 * the ports that it listens on.
 *
 * @throws PlimsollError `file-not-found` when no process can be shown to be the engine, or it ended while it
 * was read; `file-denied` when this user may not look
 * @example
 * const daemon = await readDaemon({ socketPath: '/run/docker.sock', procRoot: '/proc' });
 * daemon.settings.logLevel.inForce; // { value: 'info', source: … }
 */
export async function readDaemon(query: DaemonQuery): Promise<DaemonReading> {
  const engine = await findDaemon(query);
  const description = await describeDaemon(engine, query.procRoot);
  const { settings, certificates, hostRoot } = description;
  const authorities = await readAuthorities(certificates, hostRoot);
  return {
    ...description,
    listeners: await readListeners(engine, query.procRoot, settings.hosts, authorities),
    tcpSockets: await attempt(`/proc/${engine.pid}/net/tcp`, () =>
      readTcpListeners(engine, query.procRoot),
    ),
    swarmState: await readSwarmState(hostRoot, engine.dataRoot),
  };
}

/** Everything that can be read of an engine without sending anything to it. */
export type DaemonDescription = Omit<DaemonReading, 'listeners' | 'tcpSockets' | 'swarmState'>;

/**
 * Reads an engine's process that was found already, and sends nothing.
 *
 * @throws PlimsollError as {@link readDaemon}
 */
export async function describeDaemon(
  engine: EngineProcess,
  procRoot: string,
): Promise<DaemonDescription> {
  const { pid } = engine;
  const folder = `${procRoot}/${pid}`;
  const hostRoot = (await isOwnRoot(folder)) ? '/' : `${folder}/root`;
  const started = readProcessStart(pid, procRoot);
  const flags = parseDaemonFlags(readProc(`${folder}/cmdline`).split('\0').slice(1, -1));
  const environment = readEnvironment(folder);
  const workingFolder = readProcLink(`${folder}/cwd`);
  const configFile = configPath(flags, environment, workingFolder);
  const words: DaemonWords = {
    flags,
    flagSource: { kind: 'file', path: `/proc/${pid}/cmdline` },
    ...(await readFileWords(hostRoot, configFile, started.milliseconds + startGrain)),
  };
  const settings = withDebugLevel(readSettings(words));
  const { named, own, unread: hidden } = readContainerdSockets(words, workingFolder);
  const execRoot = own && posix.dirname(posix.dirname(own));
  const bound = await attempt(`/proc/${pid}/net/unix`, async () =>
    readBoundPaths(pid, procRoot, workingFolder),
  );
  const description: DaemonDescription = {
    process: {
      pid,
      executable: readProcLink(`${folder}/exe`).replace(/ \(deleted\)$/, ''),
      startedAt: started.at,
      configFile,
    },
    hostRoot,
    procRoot: posix.join(hostRoot, 'proc'),
    dataRoot: engine.dataRoot,
    sockets: await attempt(`/proc/${pid}/net/unix`, () =>
      readUnixSockets(
        engine,
        procRoot,
        [named, own].filter((path) => path !== undefined),
      ),
    ),
    apiSockets: await readApiSockets(engine, procRoot, settings.hosts.inForce, execRoot),
    containerdSockets: {
      places: placesOfContainerd(
        { named, own },
        (path) => 'value' in bound && bound.value.has(path),
      ),
      ...(hidden ? { unread: hidden } : {}),
    },
    settings,
    certificates: readCertificates(words, environment, workingFolder),
    fileKeys: readKeys(words),
  };
  confirmSame(pid, procRoot, started.ticks);
  return description;
}

/** Whether a process sees the files that this one sees: then each of thousands of paths has three steps less. */
async function isOwnRoot(folder: string): Promise<boolean> {
  const roots = [`${folder}/ns/mnt`, '/proc/self/ns/mnt', `${folder}/root`, '/'].map((path) =>
    ownFileIdentity(path).catch(() => path),
  );
  const [mounts, ownMounts, root, ownRoot] = await Promise.all(roots);
  return mounts === ownMounts && root === ownRoot;
}

/** Milliseconds: the kernel counts in hundredths, and a daemon needs longer until it reads its file. */
const startGrain = 10;

/** Every setting by its name; a mapped type has no such map in the standard library. */
const readSettings = (words: DaemonWords): DaemonSettings =>
  Object.fromEntries(
    Object.entries(settingForms).map(([name, form]) => [name, readSetting<unknown>(form, words)]),
  ) as unknown as DaemonSettings;

/** Debug mode sets the level of the log to debug, whatever level was asked for. */
function withDebugLevel(settings: DaemonSettings): DaemonSettings {
  const { debug, logLevel } = settings;
  if (!('value' in debug.inForce) || !debug.inForce.value) return settings;
  const inForce = { value: 'debug', source: debug.inForce.source };
  return { ...settings, logLevel: { ...logLevel, inForce } };
}

async function readFileWords(
  root: string,
  path: string,
  started: number,
): Promise<Pick<DaemonWords, 'file' | 'changed'>> {
  try {
    const file = await readDaemonFile(root, path);
    if (!(await changedSince(root, path, started))) return { file };
    const changed = unread(
      'unavailable',
      wording(
        `${path} was changed after the daemon started: what it started with is known after a restart.`,
        `${path} 在守护进程启动后被修改，启动时的内容须重启后才能得知。`,
      ),
      { kind: 'file', path },
    );
    return { file, changed };
  } catch (error) {
    return { file: { unread: unreadFile(path, error) } };
  }
}

const readKeys = ({ file }: DaemonWords): Reading<readonly string[]> =>
  'unread' in file
    ? file
    : { value: [...file.entries.keys()], source: { kind: 'file', path: file.path } };

/**
 * Where its configuration file is: relative paths begin in its working directory. Under RootlessKit it is its own
 * user's, whether or not a flag says rootless.
 */
function configPath(
  flags: DaemonFlags,
  environment: DaemonEnvironment,
  workingFolder: string,
): string {
  const named = lastFlag(flags, 'config-file');
  if (named !== undefined) return posix.resolve(workingFolder, named);
  if (!environment.ROOTLESSKIT_STATE_DIR) return '/etc/docker/daemon.json';
  const home = environment.XDG_CONFIG_HOME || posix.join(environment.HOME ?? '/root', '.config');
  return posix.join(home, 'docker/daemon.json');
}

const variables = [
  'HOME',
  'XDG_CONFIG_HOME',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS_VERIFY',
  'ROOTLESSKIT_STATE_DIR',
] as const;

/** A daemon's environment may hold secrets, a proxy's password above all: these are all that is kept. */
function readEnvironment(folder: string): DaemonEnvironment {
  const entries = readProc(`${folder}/environ`).split('\0');
  return Object.fromEntries(
    variables.flatMap((name) => {
      const entry = entries.find((each) => each.startsWith(`${name}=`));
      return entry === undefined ? [] : [[name, entry.slice(name.length + 1)]];
    }),
  );
}

/** Files are read through the process: of one that has ended, every file would seem to be missing. */
function confirmSame(pid: number, procRoot: string, ticks: number): void {
  if (readProcessStart(pid, procRoot).ticks === ticks) return;
  throw new PlimsollError(
    'file-not-found',
    wording(
      `The engine's process ${pid} ended while it was read.`,
      `引擎的进程 ${pid} 在读取期间结束。`,
    ),
  );
}
