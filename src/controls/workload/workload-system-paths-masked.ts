import { sayingChange } from '../blocks/workload/changed-since.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const workloadSystemPathsMasked = defineControl({
  id: 'workload-system-paths-masked',
  subject: workload,
  // Root in the container.
  rating: ['takeover', 'one step'],
  title: {
    en: 'The sensitive paths of /proc and /sys are kept from the container',
    zh: '/proc 与 /sys 敏感路径已屏蔽',
  },
  failingTitle: {
    en: 'Sensitive paths of /proc or /sys are open to the container',
    zh: '容器可见 /proc 或 /sys 的敏感路径',
  },
  rationale: {
    en: 'The engine hides /proc/kcore, /sys/firmware and others, and makes /proc/sys and /proc/sysrq-trigger read-only. Without that, root in the container reads the memory of the kernel, sets a program for core dumps that the host runs as root, or restarts the host.',
    zh: '引擎默认屏蔽 /proc/kcore、/sys/firmware 等路径，并将 /proc/sys、/proc/sysrq-trigger 设为只读。一旦放开，容器内的 root 可读取内核内存、指定由宿主机 root 执行的核心转储程序，甚至重启宿主机。',
  },
  remediation: {
    en: 'Remove --security-opt systempaths=unconfined (in Compose: security_opt) and --privileged, which lifts the masks too. Where the container was made with neither, somebody opened them since, and workload-configuration-in-force names them: start it anew.',
    zh: '去掉 --security-opt systempaths=unconfined（Compose 中为 security_opt）；--privileged 同样会解除屏蔽，也应去掉。若创建时两者均未使用，则为此后被人放开，workload-configuration-in-force 会列出具体路径：重新启动该容器。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
    'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#masked-paths',
  ],
  // Differences of no other kind begin with a path.
  check: sayingChange(
    /^\//,
    (w) =>
      !w.security.systemPathsUnconfined ||
      fail(
        text(
          'Paths of /proc or /sys that engines hide, or make read-only, are open to it',
          '/proc 或 /sys 中引擎默认屏蔽或设为只读的路径对其开放',
        ),
      ),
  ),
});
