import { text } from '../../../core/text.ts';
import { missing, sourced } from '../../gathering/partial-facts.ts';
import {
  type Node,
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
} from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { bytesIn } from '../../../syntax/compose/forms/sizes.ts';
import { isTrue, numberIn, type Said } from './read-fields.ts';

const rates = {
  device_read_bps: 'readBytes',
  device_write_bps: 'writeBytes',
  device_read_iops: 'readOperations',
  device_write_iops: 'writeOperations',
} as const;

/**
 * Whether the older and the newer spelling of one limit say different things, which Compose refuses. Of the older, 0 says
 * nothing; a group of the newer ones that leaves it out says 0 of it.
 *
 * @param group `deploy.resources.limits`, or the same of what is reserved
 */
export function differ(older: Node | undefined, group: Node | undefined, name: string): boolean {
  const newer = fieldOf(group, name);
  if (!older || !group || older.fault || newer?.fault) return false;
  return numberIn(older) !== 0 && numberIn(older) !== numberIn(newer);
}

/** What a service may use, as the older fields and `deploy.resources` say. */
export function resourcesOf(said: Said) {
  const count = (node: Node | undefined) => said.at(node, numberIn(node));
  const either = (kind: string, name: string, older: string) => {
    const [before, group] = [said.field(older), said.field('deploy', 'resources', kind)];
    if (!before || !differ(before, group, name)) return count(fieldOf(group, name) ?? before);
    const detail = text(
      `${older} and deploy.resources.${kind}.${name} differ, and so Compose refuses it`,
      `${older} 与 deploy.resources.${kind}.${name} 不一致，Compose 会拒绝`,
    );
    return missing({ reason: 'malformed', detail, source: sourceAt(before.place) });
  };
  const cpus = said.field('deploy', 'resources', 'limits', 'cpus') ?? said.field('cpus');
  const quota = said.field('cpu_quota');
  const blkio = said.field('blkio_config');
  const storage = said.field('storage_opt', 'size');
  return {
    memoryBytes: either('limits', 'memory', 'mem_limit'),
    memoryReservationBytes: either('reservations', 'memory', 'mem_reservation'),
    memorySwapBytes: count(said.field('memswap_limit')),
    cpus: cpus
      ? either('limits', 'cpus', 'cpus')
      : said.at(quota, cpusOfQuota(quota, said.field('cpu_period'))),
    cpuShares: count(said.field('cpu_shares')),
    cpuset: said.or('cpuset', (node) => textOf(node) ?? '', ''),
    pidsLimit: either('limits', 'pids', 'pids_limit'),
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

/** Microseconds of each period; the kernel's own is 100 000. */
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
