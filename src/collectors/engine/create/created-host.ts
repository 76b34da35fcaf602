import {
  isMissing,
  read,
  UnreadPart,
  whyMissing,
  type Missing,
} from '../../gathering/partial-facts.ts';
import { unread, type Unread } from '../../gathering/unread-gap.ts';
import type { DaemonSettings } from '../../daemon/daemon-reading.ts';
import { parseSize } from '../../../syntax/parse-size.ts';
import { text } from '../../../core/text.ts';
import type { RawHostConfig } from '../api-schemas/container.ts';
import type { RawInfo } from '../api-schemas/engine.ts';
import type { CreateBody } from './create-body.ts';
import { withUnread } from './unread-parts.ts';

/** What an engine fills in depends on. */
export interface HostAround {
  readonly info: RawInfo | Missing;
  readonly settings: DaemonSettings | Missing;
  /** Minor version of the API that is asked, as 45 of 1.45; `null` where the request names none. */
  readonly api: number | null;
}

/**
 * The settings of a new container: those of the request, and what the engine fills in. What it would fill in and is not known
 * is not read, whatever the usual default is.
 *
 * @see https://github.com/moby/moby/blob/v26.1.5/daemon/daemon_unix.go adaptContainerSettings
 */
export function createdHost(asked: CreateBody['HostConfig'], around: HostAround): RawHostConfig {
  const { info } = around;
  const of = <T>(pick: (known: RawInfo) => T): T => {
    if (isMissing(info)) throw new UnreadPart(whyMissing(info));
    return pick(info);
  };
  const setting = <Name extends 'ipcMode' | 'shmSize' | 'logOptions'>(name: Name) => {
    if (isMissing(around.settings)) throw new UnreadPart(whyMissing(around.settings));
    const { inForce } = around.settings[name];
    if ('unread' in inForce) throw new UnreadPart(inForce.unread);
    return inForce.value;
  };
  const hasNo = (
    what: 'MemoryLimit' | 'SwapLimit' | 'PidsLimit' | 'CPUShares' | 'CPUSet' | 'CpuCfsQuota',
  ) => of((known) => known[what] === false);
  const known: RawHostConfig = {
    ...asked,
    SecurityOpt: securityOptions(asked),
    NetworkMode:
      asked.NetworkMode === '' || asked.NetworkMode === 'default' ? 'bridge' : asked.NetworkMode,
    get IpcMode() {
      if (asked.IpcMode !== '') return asked.IpcMode;
      return around.api !== null && around.api < 40 ? 'shareable' : setting('ipcMode');
    },
    get CgroupnsMode() {
      if (asked.CgroupnsMode !== '' || !asked.Privileged) return asked.CgroupnsMode;
      return of(({ CgroupVersion }) => CgroupVersion) === 1 ? 'host' : '';
    },
    get ShmSize() {
      return asked.ShmSize || parseSize(setting('shmSize'));
    },
    get Runtime() {
      return asked.Runtime || of(({ DefaultRuntime }) => DefaultRuntime);
    },
    LogConfig: logging(),
    get Memory() {
      return asked.Memory > 0 && hasNo('MemoryLimit') ? 0 : asked.Memory;
    },
    get MemorySwap() {
      if (asked.Memory > 0 && asked.MemorySwap !== -1 && hasNo('SwapLimit')) return -1;
      return asked.Memory > 0 && asked.MemorySwap === 0 ? 2 * asked.Memory : asked.MemorySwap;
    },
    get PidsLimit() {
      return asked.PidsLimit <= 0 || hasNo('PidsLimit') ? 0 : asked.PidsLimit;
    },
    get CpuShares() {
      return asked.CpuShares > 0 && hasNo('CPUShares') ? 0 : asked.CpuShares;
    },
    get CpusetCpus() {
      return asked.CpusetCpus !== '' && hasNo('CPUSet') ? '' : asked.CpusetCpus;
    },
    get CpuQuota() {
      return asked.CpuQuota > 0 && hasNo('CpuCfsQuota') ? 0 : asked.CpuQuota;
    },
    get OomKillDisable() {
      return asked.OomKillDisable && of(({ CgroupVersion }) => CgroupVersion) === 1;
    },
  };
  return withUnread(known, discarded(asked), mayDiscard);

  function logging(): NonNullable<RawHostConfig['LogConfig']> {
    const { Type = '', Config = {} } = asked.LogConfig ?? {};
    return {
      get Type() {
        return Type || of(({ LoggingDriver }) => LoggingDriver);
      },
      get Config() {
        if (Type !== '' && Type !== of(({ LoggingDriver }) => LoggingDriver)) return Config;
        return { ...setting('logOptions'), ...Config };
      },
    };
  }
}

/** Processes that are in the same namespaces as others get no label of their own, unless the request names one. */
function securityOptions({ SecurityOpt, Privileged, IpcMode, PidMode }: CreateBody['HostConfig']) {
  const isLabelled = SecurityOpt.some((option) => option.split('=', 1)[0] === 'label');
  const isShared = Privileged || IpcMode === 'host' || PidMode === 'host';
  return isShared && !isLabelled ? [...SecurityOpt, 'label=disable'] : SecurityOpt;
}

const throttles = [
  'BlkioDeviceReadBps',
  'BlkioDeviceWriteBps',
  'BlkioDeviceReadIOps',
  'BlkioDeviceWriteIOps',
] as const;

/** Settings that an engine drops with a warning where the kernel has none of them, and it does not tell beforehand. */
const discarded = (asked: CreateBody['HostConfig']): readonly (keyof RawHostConfig)[] => [
  ...(asked.BlkioWeight > 0 ? (['BlkioWeight'] as const) : []),
  ...throttles.filter((name) => asked[name].length > 0),
];

const mayDiscard: Unread = unread(
  'unavailable',
  text(
    'the engine drops it where its kernel has no such setting, and does not tell beforehand',
    '若内核不支持该设置，引擎会将其丢弃，且事先不予说明',
  ),
);

/** Where the engine keeps its state; `''` where that is not known. */
export function dataRootOf(info: RawInfo | Missing): string {
  if (isMissing(info)) throw new UnreadPart(whyMissing(info));
  const root = read(() => info.DockerRootDir);
  if (isMissing(root)) throw new UnreadPart(whyMissing(root));
  return root;
}
