import type { z } from 'zod';
import type { engine } from '../../../../core/subjects/engine.ts';
import type { DaemonReading } from '../../../daemon/daemon-reading.ts';
import type { RawInfo, RawPlugins, RawVersion } from '../../api-schemas/engine.ts';
import type { OutsideView } from '../../reading/probe-address.ts';
import { settingsOf, type SettingReadings } from './engine-settings.ts';
import { cgroupNamespacesOf, securityOptions, notReported } from './engine-traits.ts';
import { productOf, toldProduct } from '../../api-schemas/product.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import { swarmOf } from './engine-swarm.ts';
import { parseSize } from '../../../../syntax/parse-size.ts';
import {
  fromReading,
  isMissing,
  missing,
  read,
  sourced,
  whenRead,
  type Missing,
  type Partly,
} from '../../../gathering/partial-facts.ts';
import { text as wording } from '../../../../core/text.ts';

type Facts = z.output<(typeof engine)['schema']>;

/** What was read of an engine, each part or why not. */
export interface EngineReadings extends SettingReadings {
  readonly plugins: RawPlugins | Missing;
  /** Its listeners as seen from outside, where its host does not tell. */
  readonly outside: OutsideView | null;
  /** Where it was asked, where that is a Unix socket. */
  readonly askedAt: string | null;
  /** Names of labels; see the fact. */
  readonly labelNames: readonly string[] | Missing;
}

/** Turns everything that is known of an engine into its facts. */
export function engineFacts(readings: EngineReadings) {
  const { version, info, daemon, outside, redactor } = readings;
  const ofVersion = <T>(pick: (raw: RawVersion) => T): T | Missing => whenRead(version, pick);
  const ofInfo = <T>(pick: (raw: RawInfo) => T): T | Missing => whenRead(info, pick);
  const podman = !isMissing(version) && productOf(version) === 'podman';
  const clean = (raw: string): string => redactor.text(raw).value;
  return {
    product: ofVersion(toldProduct),
    version: ofVersion(({ Version }) => Version),
    apiVersion: ofVersion(({ ApiVersion }) => ApiVersion),
    os: ofVersion(({ Os }) => Os),
    architecture: ofVersion(({ Arch }) => Arch),
    kernelVersion: ofVersion(({ KernelVersion }) => KernelVersion),
    builtAt: ofVersion(({ BuildTime }) => toInstant(BuildTime)),
    rootless: ofInfo((raw) => securityOptions(raw).has('rootless')),
    userNamespaces: ofInfo((raw) => {
      const options = securityOptions(raw);
      // Podman maps users container by container, and by a default that only its own files have.
      return podman && !options.has('rootless')
        ? notReported(
            wording('whether it maps users by default', '默认是否映射用户'),
            '/SecurityOptions',
          )
        : options.has('userns');
    }),
    dataRoot: ofInfo(({ DockerRootDir }) => DockerRootDir),
    storage: {
      driver: ofInfo(({ Driver }) => Driver),
      status: ofInfo(({ DriverStatus }) =>
        DriverStatus.map(([name = '', value = '']) => ({ name, value: clean(value) })),
      ),
    },
    cgroup: {
      version: ofInfo(({ CgroupVersion }) => CgroupVersion),
      driver: ofInfo(({ CgroupDriver }) => CgroupDriver),
    },
    security: ofInfo((raw) => ({
      apparmor: securityOptions(raw).has('apparmor'),
      selinux: securityOptions(raw).has('selinux'),
      seccomp: seccompOf(raw),
    })),
    ...settingsOf(readings),
    containerDefaults: {
      ipcMode: whenRead(daemon, ({ settings }) => fromReading(settings.ipcMode.inForce)),
      shmBytes: whenRead(daemon, ({ settings }) => {
        const { inForce } = settings.shmSize;
        return fromReading(
          'unread' in inForce ? inForce : { ...inForce, value: parseSize(inForce.value) },
        );
      }),
      cgroupNamespace: ofInfo((raw) =>
        cgroupNamespacesOf(raw, isMissing(version) ? undefined : version),
      ),
    },
    limits: ofInfo(limitsOf),
    runtimes: {
      default: ofInfo(({ DefaultRuntime }) => DefaultRuntime),
      available: ofInfo(({ Runtimes }) => Object.keys(Runtimes).toSorted()),
    },
    registries: ofInfo((raw) =>
      podman
        ? notReported(
            wording('how it trusts registries', '对镜像仓库的信任方式'),
            '/RegistryConfig',
          )
        : {
            insecureRanges: read(() =>
              (raw.RegistryConfig?.InsecureRegistryCIDRs ?? []).toSorted(),
            ),
            indexes: read(() =>
              Object.values(raw.RegistryConfig?.IndexConfigs ?? {})
                .map(({ Name, Secure }) => ({ name: Name, secure: Secure }))
                .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
            ),
            mirrors: read(() => (raw.RegistryConfig?.Mirrors ?? []).map(clean)),
          },
    ),
    plugins: pluginsOf(info, readings.plugins),
    swarm: ofInfo((raw) => swarmOf(raw, daemon)),
    counts: {
      containers: ofInfo(({ Containers }) => Containers),
      running: ofInfo(({ ContainersRunning }) => ContainersRunning),
      paused: ofInfo(({ ContainersPaused }) => ContainersPaused),
      stopped: ofInfo(({ ContainersStopped }) => ContainersStopped),
      images: ofInfo(({ Images }) => Images),
    },
    warnings: ofInfo(({ Warnings }) => Warnings.map(clean)),
    listeners: outside ?? whenRead(daemon, ({ listeners }) => fromReading(listeners)),
    sockets: socketsOf(daemon, readings.askedAt),
    hostLabels: ofInfo(
      ({ Labels }) => redactor.labels(Object.fromEntries(Labels.map(nameAndValue))).labels,
    ),
    labelNames: readings.labelNames,
    process: whenRead(daemon, ({ process }) =>
      sourced(process, { kind: 'file', path: `/proc/${process.pid}` }),
    ),
    configured: whenRead(daemon, ({ settings, fileKeys }) => ({
      authorizationPlugins: orEmpty(settings.authorizationPlugins.configured),
      hosts: orEmpty(settings.hosts.configured),
      fileKeys: fromReading(fileKeys),
    })),
  } satisfies Partly<Facts>;
}

/** What an engine does not say, it may well be able to do or not. */
function limitsOf(raw: RawInfo) {
  const reported = (
    name: 'MemoryLimit' | 'SwapLimit' | 'PidsLimit' | 'CpuCfsQuota' | 'CPUShares' | 'CPUSet',
  ) =>
    read(
      () =>
        raw[name] ??
        missing({
          reason: 'unsupported',
          detail: wording(
            'this engine does not say whether it can set this limit',
            '该引擎未说明能否设置此项限制',
          ),
          source: { kind: 'api', endpoint: '/info', pointer: `/${name}` },
        }),
    );
  return {
    memory: reported('MemoryLimit'),
    swap: reported('SwapLimit'),
    pids: reported('PidsLimit'),
    cpuQuota: reported('CpuCfsQuota'),
    cpuShares: reported('CPUShares'),
    cpuset: reported('CPUSet'),
  };
}

/** Where its process cannot be read, at least the socket that answered is one. */
function socketsOf(daemon: DaemonReading | Missing, askedAt: string | null) {
  const byProcess = whenRead(daemon, ({ sockets }) => fromReading(sockets));
  if (!isMissing(byProcess) || askedAt === null) return byProcess;
  return sourced([askedAt], { kind: 'probe', address: askedAt, what: 'GET /version' });
}

/** The name of the seccomp profile; `''` when the engine has no seccomp. */
export function seccompOf(raw: RawInfo): string {
  const options = securityOptions(raw);
  return options.has('seccomp') ? options.get('seccomp') || 'default' : '';
}

/** What the engine has built in, and the plugins that it manages; authorization is what is in force. */
function pluginsOf(info: RawInfo | Missing, managed: RawPlugins | Missing) {
  const named = (builtIn: keyof NonNullable<RawInfo['Plugins']>, type?: string) =>
    whenRead(info, ({ Plugins }) =>
      whenRead(type === undefined ? [] : managed, (plugins) => {
        const added = plugins.filter((plugin) => plugin.Enabled && implementsType(plugin, type));
        const names = [...(Plugins?.[builtIn] ?? []), ...added.map(({ Name }) => Name)];
        return [...new Set(names)].toSorted();
      }),
    );
  return {
    authorization: named('Authorization'),
    log: named('Log', 'docker.logdriver/'),
    network: named('Network', 'docker.networkdriver/'),
    volume: named('Volume', 'docker.volumedriver/'),
  };
}

/** Interface types come as text from Docker, or in parts. */
function implementsType({ Config }: RawPlugins[number], type: string | undefined): boolean {
  const types = Config?.Interface?.Types ?? [];
  return (
    type !== undefined && types.some((each) => typeof each === 'string' && each.startsWith(type))
  );
}

function orEmpty(
  reading: DaemonReading['settings']['hosts']['configured'],
): Partly<readonly string[]> {
  return fromReading('unread' in reading ? reading : { ...reading, value: reading.value ?? [] });
}

/** A label as the daemon has it, `name=value`. */
function nameAndValue(label: string): readonly [name: string, value: string] {
  const at = label.indexOf('=');
  return at < 0 ? [label, ''] : [label.slice(0, at), label.slice(at + 1)];
}
