import { z } from 'zod';
import { namesCollector } from '../../knowledge/log-shipping.ts';
import { parseGoBoolean } from '../../syntax/go-boolean.ts';
import { type DaemonFlags, lastFlag } from './daemon-flags.ts';
import type { DaemonSettingValues } from './daemon-reading.ts';

/** One setting as an engine knows it. */
export interface SettingForm<T> {
  /** Name of the flag, and of the key of daemon.json unless `key` says otherwise. */
  readonly flag: string;
  readonly key?: string;
  /** What the engine does when nothing is said. */
  readonly fallback: T;
  /** Value of the flag; `undefined` when it was not given. */
  readonly fromFlags: (flags: DaemonFlags) => T | undefined;
  /** Value of the key; `undefined` when it has a form that the engine refuses. */
  readonly fromFile: (value: unknown) => T | undefined;
}

const switchSetting = (flag: string, fallback: boolean): SettingForm<boolean> => ({
  flag,
  fallback,
  fromFlags: (flags) => {
    const value = lastFlag(flags, flag);
    return value === undefined ? undefined : parseGoBoolean(value);
  },
  fromFile: (value) => (typeof value === 'boolean' ? value : undefined),
});

const textSetting = (flag: string, fallback: string): SettingForm<string> => ({
  flag,
  fallback,
  fromFlags: (flags) => lastFlag(flags, flag),
  fromFile: (value) => (typeof value === 'string' ? value : undefined),
});

const listSetting = (flag: string, key: string): SettingForm<readonly string[]> => ({
  flag,
  key,
  fallback: [],
  fromFlags: (flags) => flags.get(flag),
  fromFile: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined,
});

/** A level as the engine knows it: it takes any case of letters, and a longer word for one of them. */
const levelSetting = (flag: string, fallback: string): SettingForm<string> => {
  const plain = textSetting(flag, fallback);
  const short = (level: string | undefined): string | undefined =>
    level?.toLowerCase().replace(/^warning$/, 'warn');
  return {
    ...plain,
    fromFlags: (flags) => short(plain.fromFlags(flags)),
    fromFile: (value) => short(plain.fromFile(value)),
  };
};

/** Of limits of one name the last counts. */
function lastOfEach(limits: readonly string[]): readonly string[] {
  const byName = new Map(limits.map((limit) => [limit.replace(/=.*$/s, ''), limit]));
  return [...byName.values()].toSorted();
}

/** A limit as `name=soft:hard`; one number stands for both. */
function ulimitFlag(value: string): string {
  const [, name = value, soft = '', hard = soft] = /^([^=]+)=([^:]*)(?::(.*))?$/.exec(value) ?? [];
  return `${name}=${soft}:${hard}`;
}

/** daemon.json has `{"nofile": {"Name": "nofile", "Soft": 1024, "Hard": 2048}}`, in any case of letters. */
function ulimitEntry([key, value]: [string, unknown]): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map(
    Object.entries(value).map(([field, number]: [string, unknown]) => [
      field.toLowerCase(),
      number,
    ]),
  );
  const [name, soft = 0, hard = 0] = ['name', 'soft', 'hard'].map((field) => fields.get(field));
  if (typeof soft !== 'number' || typeof hard !== 'number') return undefined;
  return `${typeof name === 'string' ? name : key}=${soft}:${hard}`;
}

const ulimitSetting: SettingForm<readonly string[]> = {
  flag: 'default-ulimit',
  key: 'default-ulimits',
  fallback: [],
  fromFlags: (flags) => {
    const given = flags.get('default-ulimit')?.map(ulimitFlag);
    return given && lastOfEach(given);
  },
  fromFile: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const limits = Object.entries(value).map(ulimitEntry);
    const known = limits.filter((limit) => limit !== undefined);
    return known.length === limits.length ? known.toSorted() : undefined;
  },
};

/** Log options that say how logs are cut; those that name a collector are kept too, and others, which may be credentials, are not. */
const keptLogOptions: ReadonlySet<string> = new Set([
  'awslogs-group',
  'awslogs-region',
  'compress',
  'max-buffer-size',
  'max-file',
  'max-size',
  'mode',
  'tag',
]);

const pairs = z.record(z.string(), z.string());

const logOptionSetting: SettingForm<Readonly<Record<string, string>>> = {
  flag: 'log-opt',
  key: 'log-opts',
  fallback: {},
  fromFlags: (flags) => {
    const given = flags.get('log-opt')?.map((pair): [string, string] => {
      const [, name = pair, value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
      return [name, value];
    });
    return given && keptOf(given);
  },
  fromFile: (value) => {
    const given = pairs.safeParse(value).data;
    return given && keptOf(Object.entries(given));
  },
};

const keptOf = (options: readonly [string, string][]): Readonly<Record<string, string>> =>
  Object.fromEntries(options.filter(([name]) => keptLogOptions.has(name) || namesCollector(name)));

/**
 * Every setting that is read, with what the engine does when it is not mentioned.
 *
 * @see https://docs.docker.com/reference/cli/dockerd/
 */
export const settingForms: {
  readonly [Name in keyof DaemonSettingValues]: SettingForm<DaemonSettingValues[Name]>;
} = {
  debug: switchSetting('debug', false),
  experimental: switchSetting('experimental', false),
  liveRestore: switchSetting('live-restore', false),
  logLevel: levelSetting('log-level', 'info'),
  logDriver: textSetting('log-driver', 'json-file'),
  logOptions: logOptionSetting,
  defaultAddress: textSetting('ip', '0.0.0.0'),
  noNewPrivileges: switchSetting('no-new-privileges', false),
  packetFilter: switchSetting('iptables', true),
  userlandProxy: switchSetting('userland-proxy', true),
  defaultUlimits: ulimitSetting,
  cgroupParent: textSetting('cgroup-parent', ''),
  init: switchSetting('init', false),
  interContainerTraffic: switchSetting('icc', true),
  ipcMode: textSetting('default-ipc-mode', 'private'),
  shmSize: textSetting('default-shm-size', '64M'),
  authorizationPlugins: listSetting('authorization-plugin', 'authorization-plugins'),
  hosts: listSetting('host', 'hosts'),
};

/** Flags and keys that together say where a TLS API finds its certificates. */
export const tlsForms = {
  tls: switchSetting('tls', false),
  verify: switchSetting('tlsverify', false),
  ca: textSetting('tlscacert', ''),
  certificate: textSetting('tlscert', ''),
  key: textSetting('tlskey', ''),
} as const;

/** Where an engine finds its containerd, and where it puts one that it starts itself. */
export const containerdForms = {
  address: textSetting('containerd', ''),
  execRoot: textSetting('exec-root', '/run/docker'),
} as const;

/** Where an engine keeps its images, containers and volumes. */
export const dataRootForm = textSetting('data-root', '/var/lib/docker');
