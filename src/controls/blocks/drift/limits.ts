import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { spellSize } from '../../../syntax/spell-size.ts';
import { engineOf, isOneOff } from './pair.ts';
import { set, value, type Part, type Shown } from './part.ts';

type Resources = WorkloadFacts['resources'];

const resource = <T extends string | number | boolean>(
  name: string,
  label: Text,
  read: (resources: Resources) => T,
  options: Parameters<typeof value<T>>[3] = { containersOnly: true },
): Part => value(name, label, (w) => read(w.resources), options);

const unlimited = text('unlimited', '不限');

const inBytes = (bytes: number): Shown => (bytes <= 0 ? unlimited : spellSize(bytes));

const orUnlimited = (count: number): Shown => (count <= 0 ? unlimited : count);

/** /dev/shm of a container for which nothing was asked, in bytes. */
const defaultShm = 67_108_864;

/** What a container may use, and how it is started again. */
export const limitParts: readonly Part[] = [
  resource('memory', text('memory', '内存上限'), (r) => r.memoryBytes, {
    show: inBytes,
  }),
  resource('memory', text('memory reserved', '内存预留'), (r) => r.memoryReservationBytes, {
    show: inBytes,
  }),
  resource('swap', text('memory and swap', '内存与交换空间上限'), (r) => r.memorySwapBytes, {
    containersOnly: true,
    show: (bytes) => (bytes === 0 ? text('twice the memory', '内存上限的两倍') : inBytes(bytes)),
    // Without a word the engine makes it twice the memory, or none where the kernel cannot limit it.
    agree: ({ running, intended }, of, ctx) => {
      if (intended !== 0) return false;
      const { memoryBytes } = of.running.resources;
      return (
        running === 2 * memoryBytes || (running === -1 && engineOf(ctx)?.limits.swap === false)
      );
    },
  }),
  resource('cpus', text('processors', 'CPU 上限'), (r) => Math.round(r.cpus * 1e6) / 1e6, {
    show: orUnlimited,
  }),
  resource('cpus', text('CPU shares', 'CPU 权重'), (r) =>
    // 1024 is what the kernel takes for no shares at all.
    r.cpuShares === 1024 ? 0 : r.cpuShares,
  ),
  resource('cpus', text('processors pinned', '绑定的 CPU'), (r) => r.cpuset),
  resource(
    'pids',
    text('processes at most', '进程数上限'),
    (r) => (r.pidsLimit === -1 ? 0 : r.pidsLimit),
    { show: orUnlimited },
  ),
  set('ulimits', text('ulimits', 'ulimit'), ulimitsOf, {
    // The engine adds its own to those that were asked for.
    allowed: (ctx) => engineOf(ctx)?.defaultUlimits.effective ?? [],
  }),
  resource('blockIo', text('block I/O weight', '块 I/O 权重'), (r) => r.blkioWeight),
  set('blockIo', text('block I/O limits', '块 I/O 限速'), blockIoOf, { containersOnly: true }),
  resource('storage', text('writable layer', '可写层大小'), (r) => r.storageBytes, {
    containersOnly: true,
    show: inBytes,
  }),
  resource('oomKill', text('out-of-memory killer off', '禁用 OOM 终止'), (r) => r.oomKillDisabled),
  resource('shm', text('/dev/shm', '/dev/shm'), (r) => r.shmBytes || defaultShm, {
    containersOnly: true,
    show: inBytes,
    agree: ({ running, intended }, _, ctx) =>
      intended === defaultShm && running === engineOf(ctx)?.containerDefaults?.shmBytes,
  }),
  resource('cgroup', text('cgroup parent', '上级 cgroup'), (r) => r.cgroupParent, {
    containersOnly: true,
    agree: ({ running, intended }, _, ctx) =>
      intended === '' && running === engineOf(ctx)?.cgroupParent.effective,
  }),
  value(
    'restart',
    text('restart policy', '重启策略'),
    ({ restart }) =>
      restart.maximumRetries > 0 ? `${restart.policy}:${restart.maximumRetries}` : restart.policy,
    // What was started by hand for one time is not started again.
    {
      containersOnly: true,
      agree: ({ running }, { running: w }) => running === 'no' && isOneOff(w),
    },
  ),
];

function ulimitsOf({ resources }: WorkloadFacts): readonly string[] {
  return resources.ulimits.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`);
}

function blockIoOf({ resources }: WorkloadFacts): readonly string[] {
  return resources.blkioLimits.map(
    ({ device, what, perSecond }) => `${device} ${what} ${perSecond}`,
  );
}
