import { beside } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { isNonRoot } from '../blocks/users.ts';
import { processesSaid } from '../blocks/workload/processes.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

const asRoot = text('run as root of the host', '以宿主机 root 身份运行');

export const workloadNonRootUser = defineControl({
  id: 'workload-non-root-user',
  subject: workload,
  // Root is there already, so only a way out is missing.
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container does not run as root',
    zh: '容器未以 root 身份运行',
  },
  failingTitle: {
    en: 'The container runs as root',
    zh: '容器以 root 身份运行',
  },
  rationale: {
    en: 'Root in a container is root on the host as soon as a flaw, a mount or a capability lets it out. Another user has first to become root.',
    zh: '一旦漏洞、挂载或权能打开缺口，容器内的 root 就是宿主机的 root；而普通用户还须先完成提权。',
  },
  remediation: {
    en: 'Write USER 10001 in the Dockerfile, start it with --user 10001:10001, or in Compose write user: "10001:10001". An image that must begin as root may drop to another user by itself. Where root is needed inside, map it to another user of the host: "userns-remap": "default" in daemon.json, or a rootless engine.',
    zh: '在 Dockerfile 中写 USER 10001，启动时加 --user 10001:10001，或在 Compose 中写 user: "10001:10001"。必须以 root 启动的镜像应自行切换到普通用户。容器内确需 root 时，应将其映射为宿主机的普通用户：daemon.json 中写 "userns-remap": "default"，或使用 rootless 引擎。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#user',
    'https://docs.docker.com/engine/security/userns-remap/',
  ],
  // The kernel counts users as the host does. So an image that drops root by itself passes, and so does
  // root that a user namespace or a rootless engine maps to somebody else; what still is 0 fails.
  check: beside(
    (w) => {
      if (w.kernel === undefined) return isNonRoot(w);
      if (w.kernel.uid === 0) {
        return fail(
          text(
            'By the kernel, its first process runs as root of the host',
            '内核显示其首进程以宿主机 root 身份运行',
          ),
        );
      }
      const roots = (w.processes ?? []).filter(({ uid }) => uid === 0);
      return roots.length === 0 || fail(processesSaid(roots, asRoot));
    },
    (w) => [w.user.configured, w.user.uid],
  ),
});
