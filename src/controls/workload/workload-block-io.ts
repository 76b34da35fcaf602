import { sayingChange } from '../blocks/workload/changed-since.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

/** What a group has for which nothing is said. */
const defaultWeight = 500;

export const workloadBlockIo = defineControl({
  id: 'workload-block-io',
  subject: workload,
  // The disk must be what is short.
  rating: ['disruption', 'remote'],
  title: {
    en: 'The container’s disk use is weighted or limited',
    zh: '容器磁盘 I/O 设有权重或限速',
  },
  failingTitle: {
    en: 'The container’s disk use is neither weighted nor limited',
    zh: '容器磁盘 I/O 既无权重也无限速',
  },
  rationale: {
    en: 'Where all are alike, one container that writes without pause makes every other wait for the disk, and the engine and the logs of the host with them.',
    zh: '若各容器对磁盘一视同仁，一个持续写盘的容器就会让其他容器乃至引擎和宿主机日志都在等待磁盘。',
  },
  remediation: {
    en: 'Give it a share below others, --blkio-weight 300, or a rate, --device-write-bps /dev/sda:50mb; in Compose blkio_config with weight or device_write_bps.',
    zh: '降低其权重（--blkio-weight 300），或限制速率（--device-write-bps /dev/sda:50mb）；Compose 中在 blkio_config 下设置 weight 或 device_write_bps。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/',
    'https://docs.docker.com/reference/compose-file/services/#blkio_config',
  ],
  check: sayingChange('device-rates', (w) => {
    const { blkioWeight } = w.resources;
    if (blkioWeight > 0 && blkioWeight !== defaultWeight) return true;
    return (
      w.resources.blkioLimits.some(({ perSecond }) => perSecond > 0) ||
      fail(text('Disk use is neither weighted nor limited', '磁盘 I/O 既无权重也无限速'))
    );
  }),
});
