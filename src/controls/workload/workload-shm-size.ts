import { z } from 'zod';
import { sayingChange } from '../blocks/workload/changed-since.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const workloadShmSize = defineControl({
  id: 'workload-shm-size',
  subject: workload,
  // The memory limit, if there is one, counts it.
  rating: ['disruption', 'remote'],
  title: {
    en: 'The container’s shared memory is of a reasonable size',
    zh: '容器的共享内存大小合理',
  },
  failingTitle: {
    en: 'The container’s shared memory is too large',
    zh: '容器的共享内存过大',
  },
  rationale: {
    en: '/dev/shm is memory that any process of the container can fill with files. Where the container has no memory limit, that is memory of the host.',
    zh: '/dev/shm 是容器内任意进程都可以写满的内存。容器若未设内存上限，占用的就是宿主机内存。',
  },
  remediation: {
    en: 'Leave --shm-size out, which gives 64 MiB, or ask for what the application needs: --shm-size 256m, in Compose shm_size: 256m.',
    zh: '去掉 --shm-size（默认 64 MiB），或按应用实际需要设置：--shm-size 256m，Compose 中写 shm_size: 256m。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/',
    'https://docs.docker.com/reference/compose-file/services/#shm_size',
  ],
  params: z.object({
    maxBytes: z.number().int().positive().default(1_073_741_824).meta({
      en: 'Bytes at most. 1 GiB is enough for a database or a browser, which ask for the most.',
      zh: '最大字节数。1 GiB 足以满足对共享内存需求最大的数据库与浏览器。',
    }),
  }),
  applies: (w) =>
    w.namespaces.ipc.resolved !== 'host' ||
    notApplicable(
      text(
        'Uses /dev/shm of the host; workload-no-host-ipc judges that',
        '使用的是宿主机的 /dev/shm；该事项由 workload-no-host-ipc 判定',
      ),
    ),
  check: sayingChange('shm-size', (w, { params }) => {
    // 0 is the engine's default of 64 MiB.
    const { shmBytes } = w.resources;
    if (shmBytes <= params.maxBytes) return true;
    return fail(
      text(
        `/dev/shm holds ${shmBytes} bytes, over ${params.maxBytes}`,
        `/dev/shm 大小为 ${shmBytes} 字节，超过允许的 ${params.maxBytes} 字节`,
      ),
    );
  }),
});
