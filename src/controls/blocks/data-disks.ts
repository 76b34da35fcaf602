import { z } from 'zod';
import type { CheckContext } from '../../core/controls/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';

type Mount = WorkloadFacts['mounts'][number];

/** The parameter of every control that has to know which disks hold nothing of the host's own. */
export const dataDisks = z.array(z.string()).default([]).meta({
  en: 'Block devices that may be mounted, as `/dev/sdb1`: disks set aside for data.',
  zh: '允许挂载的块设备，例如 `/dev/sdb1`：专门用于存放数据的磁盘。',
});

/** The disk that a mount gives away; `undefined` of what is none. Nothing but a volume can be one. */
export const diskOf = (mount: Mount): string | undefined =>
  mount.type === 'volume' ? mount.device : undefined;

/** Whether a mount is of one of the disks that the parameter sets aside. */
export function isDataDisk(
  mount: Mount,
  { params }: CheckContext<{ readonly devices: readonly string[] }>,
): boolean {
  const disk = diskOf(mount);
  return disk !== undefined && params.devices.includes(disk);
}
