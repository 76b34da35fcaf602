import { defaultSocket, socketsAmong } from '../daemon/api-sockets.ts';
import { placesOfContainerd, readContainerdSockets } from '../daemon/containerd-sockets.ts';
import { readCertificates } from '../daemon/daemon-certificates.ts';
import { readDaemonFile } from '../daemon/daemon-file.ts';
import type { DaemonCertificates, DaemonReading } from '../daemon/daemon-reading.ts';
import { dataRootForm, settingForms } from '../daemon/daemon-settings.ts';
import { readSetting, type DaemonWords } from '../daemon/read-setting.ts';
import { unreadFile, type Reading, type Unread } from '../gathering/unread-gap.ts';
import type { HostDaemon } from './host-daemon.ts';

/** Where the files of a host's engine are. */
export interface EngineFiles {
  /** The root directory below which it sees them, as this process does. */
  readonly root: string;
  readonly daemonConfig: string;
  /** Where its API may answer, the surest first; `unread` says why there may be other places. */
  readonly engineSockets: { readonly places: readonly string[]; readonly unread?: Unread };
  readonly containerdSockets: DaemonReading['containerdSockets'];
  readonly dataRoot: Reading<string>;
  /** `null` when its API has no TLS, and so no certificates. */
  readonly certificates: Reading<DaemonCertificates | null>;
}

/** Where systemd starts a service that names no folder. */
const systemFolder = '/';

const daemonConfig = '/etc/docker/daemon.json';

/** Where an engine answers that is no daemon: Podman, which runs when it is asked. */
const usualSockets = ['/run/podman/podman.sock'];

/** The engine's own word where it runs; what daemon.json says where none does. */
export async function findEngineFiles(root: string, host: HostDaemon): Promise<EngineFiles> {
  if (host.state === 'running') {
    const { process, dataRoot, apiSockets, containerdSockets, certificates } = host.daemon;
    const path = `/proc/${process.pid}/fd`;
    return {
      root: host.daemon.hostRoot,
      daemonConfig: process.configFile,
      engineSockets:
        'value' in apiSockets
          ? { places: apiSockets.value }
          : { places: [defaultSocket], unread: apiSockets.unread },
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
    engineSockets: {
      places: ['value' in hosts ? socketsAmong(hosts.value) : defaultSocket, usualSockets].flat(),
      ...(unknown ? { unread: unknown } : {}),
    },
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
