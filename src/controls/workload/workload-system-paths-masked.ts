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
    en: 'Remove --security-opt systempaths=unconfined (in Compose: security_opt) and --privileged, which lifts the masks too.',
    zh: '去掉 --security-opt systempaths=unconfined（Compose 中为 security_opt）；--privileged 同样会解除屏蔽，也应去掉。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
    'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#masked-paths',
  ],
  check: (w) =>
    !w.security.systemPathsUnconfined ||
    fail(
      text(
        'The paths of /proc and /sys that engines mask are laid open to it',
        '/proc 与 /sys 敏感路径未屏蔽',
      ),
    ),
});
