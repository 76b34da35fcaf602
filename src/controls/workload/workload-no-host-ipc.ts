import { not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { sharesHostNamespace } from '../blocks/workload/namespaces.ts';

export const workloadNoHostIpc = defineControl({
  id: 'workload-no-host-ipc',
  subject: workload,
  rating: ['breach', 'one step'],
  title: {
    en: 'The container does not share the host’s IPC namespace',
    zh: '容器未共享宿主机 IPC 命名空间',
  },
  failingTitle: {
    en: 'The container shares the host’s IPC namespace',
    zh: '容器共享了宿主机 IPC 命名空间',
  },
  rationale: {
    en: "Databases and desktops keep data in shared memory, semaphores and message queues. In the host's IPC namespace a container can read and damage them.",
    zh: '数据库、桌面程序等会在共享内存、信号量和消息队列中存放数据。共享宿主机 IPC 命名空间的容器可读取并破坏这些数据。',
  },
  remediation: {
    en: 'Remove --ipc host (in Compose: ipc: host), and --ipc container:NAME where that container has it. Containers that belong together share with --ipc shareable and --ipc container:NAME; more room in /dev/shm comes from --shm-size.',
    zh: '去掉 --ipc host（Compose 中为 ipc: host）；若 --ipc container:名称 所加入的容器共享了宿主机 IPC，也应一并去掉。需要互通的容器之间用 --ipc shareable 与 --ipc container:名称；/dev/shm 空间不足用 --shm-size 调整。',
  },
  references: [
    'https://docs.docker.com/engine/containers/run/#ipc-settings---ipc',
    'https://man7.org/linux/man-pages/man7/ipc_namespaces.7.html',
  ],
  check: not(sharesHostNamespace('ipc')),
});
