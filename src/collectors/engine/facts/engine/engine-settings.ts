import { text } from '../../../../core/text.ts';
import type { DaemonReading, DaemonSettings } from '../../../daemon/daemon-reading.ts';
import type { Reading } from '../../../gathering/unread-gap.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { RawInfo, RawVersion } from '../../api-schemas/engine.ts';
import type { RawNetwork } from '../../api-schemas/network.ts';
import { noNewPrivilegesOf, notReported } from './engine-traits.ts';
import { isDefaultBridge, talksAmong } from '../objects/network.ts';
import {
  fromReading,
  isMissing,
  sourced,
  whenRead,
  type Missing,
} from '../../../gathering/partial-facts.ts';

/** What was read of an engine, each part or why not, as far as settings depend on it. */
export interface SettingReadings {
  readonly version: RawVersion | Missing;
  readonly info: RawInfo | Missing;
  readonly networks: readonly RawNetwork[] | Missing;
  /** The process behind the API. */
  readonly daemon: DaemonReading | Missing;
  readonly redactor: Redactor;
}

/**
 * An engine's settings: those in force where its API reports them, otherwise those that its process was started with.
 */
export function settingsOf({ version, info, networks, daemon, redactor }: SettingReadings) {
  const configured = <Name extends keyof DaemonSettings>(name: Name) =>
    whenRead(daemon, ({ settings }) => fromReading(settings[name].configured));
  const inForce = <Name extends keyof DaemonSettings>(name: Name) =>
    whenRead(daemon, ({ settings }) => fromReading(settings[name].inForce));
  const byProcess = <Name extends keyof DaemonSettings>(name: Name) => ({
    effective: inForce(name),
    configured: configured(name),
  });

  const known = isMissing(version) ? undefined : version;
  const gainsNone = whenRead(info, (raw) => noNewPrivilegesOf(raw, known));
  return {
    experimental: {
      effective: whenRead(info, ({ ExperimentalBuild }) => ExperimentalBuild),
      configured: configured('experimental'),
    },
    liveRestore: {
      effective: whenRead(info, ({ LiveRestoreEnabled }) => LiveRestoreEnabled),
      configured: configured('liveRestore'),
    },
    debug: {
      effective: whenRead(info, ({ Debug }) => Debug),
      configured: configured('debug'),
    },
    logOptions: {
      effective: whenRead(daemon, ({ settings }) =>
        fromReading(withoutSecrets(settings.logOptions.inForce, redactor)),
      ),
      configured: whenRead(daemon, ({ settings }) =>
        fromReading(withoutSecrets(settings.logOptions.configured, redactor)),
      ),
    },
    defaultAddress: {
      effective: whenRead(networks, addressOf),
      configured: configured('defaultAddress'),
    },
    logDriver: {
      effective: whenRead(
        info,
        ({ LoggingDriver }) =>
          LoggingDriver ||
          notReported(
            text('which log driver containers get', '容器使用的日志驱动'),
            '/LoggingDriver',
          ),
      ),
      configured: configured('logDriver'),
    },
    noNewPrivileges: {
      effective:
        isMissing(gainsNone) && !isMissing(daemon) ? inForce('noNewPrivileges') : gainsNone,
      configured: configured('noNewPrivileges'),
    },
    interContainerTraffic: {
      effective: whenRead(networks, trafficOf),
      configured: configured('interContainerTraffic'),
    },
    logLevel: byProcess('logLevel'),
    packetFilter: byProcess('packetFilter'),
    userlandProxy: byProcess('userlandProxy'),
    defaultUlimits: byProcess('defaultUlimits'),
    cgroupParent: byProcess('cgroupParent'),
  };
}

/** Options without their secrets, wherever they were read. */
const withoutSecrets = <T extends Readonly<Record<string, string>> | null>(
  reading: Reading<T>,
  redactor: Redactor,
): Reading<Readonly<Record<string, string>> | T> =>
  'unread' in reading || reading.value === null
    ? reading
    : { ...reading, value: redactor.logOptions(reading.value) };

/** The address that the default bridge publishes on; `''` where there is none. */
function addressOf(networks: readonly RawNetwork[]) {
  const bridge = networks.find(isDefaultBridge);
  if (!bridge) return sourced('', { kind: 'api', endpoint: '/networks', pointer: '' });
  return sourced(bridge.Options[bindingOption] ?? '0.0.0.0', {
    kind: 'api',
    endpoint: `/networks/${bridge.Id}`,
    pointer: `/Options/${bindingOption}`,
  });
}

const bindingOption = 'com.docker.network.bridge.host_binding_ipv4';

/** Where there is no default bridge, nothing can pass over it. */
function trafficOf(networks: readonly RawNetwork[]) {
  const bridge = networks.find(isDefaultBridge);
  if (!bridge) return sourced(false, { kind: 'api', endpoint: '/networks', pointer: '' });
  return sourced(talksAmong(bridge), {
    kind: 'api',
    endpoint: `/networks/${bridge.Id}`,
    pointer: '/Options/com.docker.network.bridge.enable_icc',
  });
}
