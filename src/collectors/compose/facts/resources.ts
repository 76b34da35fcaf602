import { sourced } from '../../partly.ts';
import { entriesOf, fieldOf, itemsOf, sourceAt, textOf, type Node } from '../node.ts';
import { bytesIn } from '../forms/sizes.ts';
import { isTrue, numberIn, type Said } from './said.ts';

const rates = {
  device_read_bps: 'readBytes',
  device_write_bps: 'writeBytes',
  device_read_iops: 'readOperations',
  device_write_iops: 'writeOperations',
} as const;

/** What a service may use: `deploy.resources` wins over the older fields, as it does in Compose. */
export function resourcesOf(said: Said) {
  const either = (path: readonly string[], older: string): Node | undefined =>
    said.field('deploy', 'resources', ...path) ?? said.field(older);
  const count = (node: Node | undefined) => said.at(node, numberIn(node));
  const cpus = either(['limits', 'cpus'], 'cpus');
  const quota = said.field('cpu_quota');
  const blkio = said.field('blkio_config');
  const storage = said.field('storage_opt', 'size');
  return {
    memoryBytes: count(either(['limits', 'memory'], 'mem_limit')),
    memoryReservationBytes: count(either(['reservations', 'memory'], 'mem_reservation')),
    memorySwapBytes: count(said.field('memswap_limit')),
    cpus: cpus ? count(cpus) : said.at(quota, cpusOfQuota(quota, said.field('cpu_period'))),
    cpuShares: count(said.field('cpu_shares')),
    cpuset: said.or('cpuset', (node) => textOf(node) ?? '', ''),
    pidsLimit: count(either(['limits', 'pids'], 'pids_limit')),
    ulimits: said.or('ulimits', ulimitsOf, []),
    blkioWeight: count(said.field('blkio_config', 'weight')),
    blkioLimits: said.at(
      blkio,
      Object.entries(rates).flatMap(([name, what]) =>
        itemsOf(fieldOf(blkio, name)).map((item) =>
          sourced(
            {
              device: textOf(fieldOf(item, 'path')) ?? '',
              what,
              perSecond: numberIn(fieldOf(item, 'rate')),
            },
            sourceAt(item.place),
          ),
        ),
      ),
    ),
    storageBytes: said.at(storage, bytesIn(textOf(storage) ?? '0') ?? 0),
    oomKillDisabled: said.or('oom_kill_disable', isTrue, false),
    shmBytes: count(said.field('shm_size')),
    cgroupParent: said.or('cgroup_parent', (node) => textOf(node) ?? '', ''),
  };
}

/** Microseconds of each period, of which the kernel's own is 100 000. */
function cpusOfQuota(quota: Node | undefined, period: Node | undefined): number {
  const [asked, each] = [numberIn(quota), numberIn(period) || 100_000];
  return asked > 0 && each > 0 ? asked / each : 0;
}

const ulimitsOf = (node: Node) =>
  entriesOf(node).map(([name, { value }]) => {
    const both = value.kind === 'scalar' ? value : undefined;
    const soft = numberIn(both ?? fieldOf(value, 'soft'));
    const hard = numberIn(both ?? fieldOf(value, 'hard'));
    return sourced({ name, soft, hard }, sourceAt(value.place));
  });
