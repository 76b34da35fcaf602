import { z } from 'zod';
import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { mountsHostPath } from '../blocks/workload/host-path-mounts.ts';
import { dataDisks } from '../blocks/data-disks.ts';
import { systemPaths } from '../../knowledge/sensitive-paths.ts';

export const workloadNoWritableSystemMounts = defineControl({
  id: 'workload-no-writable-system-mounts',
  subject: workload,
  // Root in the container, or a file that its user may write.
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container cannot write to what the host runs on',
    zh: '容器无法写入宿主机系统目录',
  },
  failingTitle: {
    en: 'The container can write to what the host runs on',
    zh: '容器可写入宿主机系统目录',
  },
  rationale: {
    en: 'Anyone who writes to /etc, /usr, /root or /proc of the host decides what the host runs as root next: a job, a service, a key that opens a login.',
    zh: '能写入宿主机 /etc、/usr、/root 或 /proc，就能决定宿主机接下来以 root 身份运行什么：计划任务、系统服务，或用于登录的密钥。',
  },
  remediation: {
    en: 'Remove the mount (--volume or --mount; volumes in Compose), or at least make it read-only with :ro.',
    zh: '去掉该挂载（--volume 或 --mount，Compose 中为 volumes），至少以 :ro 设为只读。',
  },
  references: [
    'https://docs.docker.com/engine/storage/bind-mounts/',
    'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
  ],
  params: z.object({
    paths: z
      .array(z.string())
      .default([...systemPaths, '/var/spool/cron'])
      .meta({
        en: 'Host paths that may not be writable: neither they, nor what is below, nor a parent; * is any one segment. The defaults are what the host starts and runs from.',
        zh: '不得可写挂载的宿主机路径，含其下级与上级，* 代表任意一段。默认为宿主机启动和运行所依赖的目录。',
      }),
    devices: dataDisks,
  }),
  check: not(
    mountsHostPath(
      ({ paths }) => paths,
      'writable',
      ({ devices }) => devices,
    ),
  ),
});
