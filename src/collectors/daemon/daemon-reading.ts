import type { Engine } from '../../core/subjects/engine.ts';
import type { Reading, Unread } from '../gathering/unread-gap.ts';
import type { SwarmState } from './swarm-state.ts';
import type { TcpSocket } from '../../syntax/proc/tcp-sockets.ts';
import type { Partly } from '../gathering/partial-facts.ts';

/** Where a daemon is to be looked for. */
export interface DaemonQuery {
  /** Path of its Unix socket, as this process names it. */
  readonly socketPath?: string;
  /** Where its API listens; looked for only when the host is an address of this machine. */
  readonly tcp?: { readonly host: string; readonly port: number };
  /** A running container of that engine, as its API tells: the way when a proxy owns the socket. */
  readonly container?: { readonly pid: number; readonly id: string };
  /** A mount of /proc that shows the daemon: `/proc`, or `/host/proc` in a container. */
  readonly procRoot: string;
}

/** One setting of a daemon. */
export interface DaemonSetting<T> {
  /** What its flags say, or daemon.json says now; `null` when neither mentions it. */
  readonly configured: Reading<T | null>;
  /**
   * What it runs with: its flags, else daemon.json unless that changed since the daemon started, else the
   * engine's documented default. Where the API answers the same question, the API is the better witness.
   */
  readonly inForce: Reading<T>;
}

/** The settings that are read, by the names that the engine's facts have. */
export interface DaemonSettingValues {
  readonly debug: boolean;
  readonly experimental: boolean;
  readonly liveRestore: boolean;
  readonly logLevel: string;
  readonly logDriver: string;
  /** Options of the log driver, as far as they are known to be no credentials. */
  readonly logOptions: Readonly<Record<string, string>>;
  /** Host address that ports are published on when none is named. */
  readonly defaultAddress: string;
  readonly noNewPrivileges: boolean;
  readonly packetFilter: boolean;
  readonly userlandProxy: boolean;
  /** As `name=soft:hard`, sorted. */
  readonly defaultUlimits: readonly string[];
  readonly cgroupParent: string;
  /** Whether containers that do not say get an init of the engine's. */
  readonly init: boolean;
  readonly interContainerTraffic: boolean;
  /** `private` or `shareable`. */
  readonly ipcMode: string;
  /** Size of /dev/shm, as it is written. */
  readonly shmSize: string;
  readonly authorizationPlugins: readonly string[];
  /** As `unix:///run/docker.sock`; the default is not spelled out: empty when none was named. */
  readonly hosts: readonly string[];
}

export type DaemonSettings = {
  readonly [Name in keyof DaemonSettingValues]: DaemonSetting<DaemonSettingValues[Name]>;
};

/** One TCP socket on which the daemon's API answers, as the engine's fact `listeners` has it. */
export type DaemonListener = Partly<Engine['listeners'][number]>;

/** Absolute paths in the daemon's own root; the engine does not say whether there is anything at them. */
export interface DaemonCertificates {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
  /** Whether it was given that authority, or asks clients for certificates and so has read one. */
  readonly caExpected: boolean;
}

/** The process behind an engine's API, and everything that it says of itself. */
export interface DaemonReading {
  readonly process: {
    readonly pid: number;
    readonly executable: string;
    /** ISO 8601 UTC, to the second. */
    readonly startedAt: string;
    /** Path of its configuration file in its own root, whether or not there is one. */
    readonly configFile: string;
  };
  /** Where its root directory is seen: what its files are read under. */
  readonly hostRoot: string;
  /** Its own /proc: the pids that its API speaks of are numbered as this one numbers them. */
  readonly procRoot: string;
  /** The data root that it holds open, in its own root; with remapped users the directory below it. */
  readonly dataRoot: string;
  /** Unix sockets that command it or its containerd, in its own root, symbolic links followed, sorted. */
  readonly sockets: Reading<readonly string[]>;
  /** Unix sockets at which its API answers, in its own root, those that are configured first. */
  readonly apiSockets: Reading<readonly string[]>;
  /** Where its containerd may listen in its own root, the surest first; `unread` says why there may be other places. */
  readonly containerdSockets: {
    readonly places: readonly [string, ...string[]];
    readonly unread?: Unread;
  };
  readonly settings: DaemonSettings;
  /** Where it looks for its API's certificates; `null` when its flags and file ask for no TLS. */
  readonly certificates: Reading<DaemonCertificates | null>;
  /** Keys of daemon.json, in order; empty when there is no file. */
  readonly fileKeys: Reading<readonly string[]>;
  readonly listeners: Reading<readonly DaemonListener[]>;
  /** Every TCP socket that its process listens on, whatever for, in its own network. */
  readonly tcpSockets: Reading<readonly TcpSocket[]>;
  readonly swarmState: Reading<SwarmState>;
}
