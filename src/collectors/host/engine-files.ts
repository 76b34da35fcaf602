import { placesOfContainerd, readContainerdSockets } from '../daemon/containerd-sockets.ts';
import { readCertificates } from '../daemon/daemon-certificates.ts';
import { readDaemonFile } from '../daemon/daemon-file.ts';
import type { DaemonCertificates, DaemonReading } from '../daemon/daemon-reading.ts';
import { dataRootForm, settingForms } from '../daemon/daemon-settings.ts';
import { readSetting, type DaemonWords } from '../daemon/read-setting.ts';
import { unreadFile, type Reading, type Unread } from '../files/unread.ts';
import { defaultSocket, type HostDaemon } from './host-daemon.ts';

/** Where the files of a host's engine are. */
export interface EngineFiles {
  /** The root directory below which it sees them, as this process does. */
  readonly root: string;
  readonly daemonConfig: string;
  readonly engineSocket: string;
  readonly containerdSockets: DaemonReading['containerdSockets'];
  readonly dataRoot: Reading<string>;
  /** `null` when its API has no TLS, and so no certificates. */
  readonly certificates: Reading<DaemonCertificates | null>;
}

/** Where systemd starts a service that names no folder. */
const systemFolder = '/';

const daemonConfig = '/etc/docker/daemon.json';

/** The engine's own word where it runs; what daemon.json says where none does. */
export async function findEngineFiles(root: string, host: HostDaemon): Promise<EngineFiles> {
  if (host.state === 'running') {
    const { process, dataRoot, settings, containerdSockets, certificates } = host.daemon;
    const { hosts } = settings;
    const path = `/proc/${process.pid}/fd`;
    return {
      root: host.daemon.hostRoot,
      daemonConfig: process.configFile,
      engineSocket: 'value' in hosts.inForce ? socketOf(hosts.inForce.value) : defaultSocket,
      containerdSockets,
      dataRoot: { value: dataRoot, source: { kind: 'file', path } },
      certificates,
    };
  }
  const words = await readWords(root);
  const { configured, inForce } = readSetting(dataRootForm, words);
  const hosts = readSetting(settingForms.hosts, words).inForce;
  const certificates = readCertificates(words, {}, systemFolder);
  const said = 'unread' in configured || configured.value !== null;
  // What the file does not mention, flags may: without the process that is not known.
  const unknown = host.state === 'unread' ? host.unread : undefined;
  const containerd = readContainerdSockets(words, systemFolder);
  const elsewhere = containerd.unread ?? (containerd.named === undefined ? unknown : undefined);
  return {
    root,
    daemonConfig,
    engineSocket: 'value' in hosts ? socketOf(hosts.value) : defaultSocket,
    containerdSockets: {
      places: placesOfContainerd(containerd, () => false),
      ...(elsewhere ? { unread: elsewhere } : {}),
    },
    dataRoot: said ? inForce : orUnread(inForce, unknown),
    certificates:
      'value' in certificates && certificates.value === null
        ? orUnread(certificates, unknown)
        : certificates,
  };
}

const orUnread = <T>(reading: Reading<T>, unread: Unread | undefined): Reading<T> =>
  unread ? { unread } : reading;

async function readWords(root: string): Promise<DaemonWords> {
  const flagSource = { kind: 'file', path: daemonConfig } as const;
  try {
    return { flags: new Map(), flagSource, file: await readDaemonFile(root, daemonConfig) };
  } catch (error) {
    return { flags: new Map(), flagSource, file: { unread: unreadFile(daemonConfig, error) } };
  }
}

/** The first Unix socket among the addresses that an engine listens at. */
function socketOf(hosts: readonly string[]): string {
  const path = hosts.map((host) => /^unix:\/\/(\/.+)$/.exec(host)?.[1]);
  return path.find((one) => one !== undefined) ?? defaultSocket;
}
