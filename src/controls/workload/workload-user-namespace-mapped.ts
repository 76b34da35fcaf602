import { orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import type { Check } from '../../core/controls/check.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

const bySettings: Check<WorkloadFacts> = (w) =>
  w.namespaces.user.resolved !== 'host' ||
  fail(
    text(
      "In the host's user namespace: its root is root of the host",
      '位于宿主机用户命名空间：其 root 即宿主机 root',
    ),
  );

export const workloadUserNamespaceMapped = defineControl({
  id: 'workload-user-namespace-mapped',
  subject: workload,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Root of the container is not root of the host',
    zh: '容器的 root 不是宿主机的 root',
  },
  failingTitle: {
    en: 'Root of the container is root of the host',
    zh: '容器的 root 就是宿主机的 root',
  },
  rationale: {
    en: 'Where number 0 inside is number 0 outside, a process that gets out, or that writes to a mounted directory, is root of the host. Mapped to another number it is a stranger there.',
    zh: '若容器内外的 UID 0 是同一用户，进程逃逸或写入挂载目录时即为宿主机 root；映射为其他编号后，它在宿主机上只是一个无权的陌生用户。',
  },
  remediation: {
    en: 'Write "userns-remap": "default" into /etc/docker/daemon.json and restart the engine, or run the engine rootless; remove --userns host and --privileged, which both undo the mapping.',
    zh: '在 /etc/docker/daemon.json 中写入 "userns-remap": "default" 并重启引擎，或以无根模式运行引擎；去掉 --userns host 与 --privileged，二者都会使映射失效。',
  },
  references: [
    'https://docs.docker.com/engine/security/userns-remap/',
    'https://man7.org/linux/man-pages/man7/user_namespaces.7.html',
  ],
  // The kernel knows; a container that is not running, or cannot be read, is judged by its settings and its engine.
  check: orElse((w, ctx) => {
    const { rootUid } = w;
    if (rootUid === undefined) return bySettings(w, ctx);
    return (
      rootUid !== 0 ||
      fail(
        text('By the kernel, its user 0 is user 0 of the host', '内核显示其用户 0 即宿主机用户 0'),
      )
    );
  }, bySettings),
});
