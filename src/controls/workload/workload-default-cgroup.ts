import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

const withoutSlashes = (path: string): string =>
  path
    .split('/')
    .filter((segment) => segment !== '')
    .join('/');

export const workloadDefaultCgroup = defineControl({
  id: 'workload-default-cgroup',
  subject: workload,
  rating: ['disruption', 'remote'],
  title: {
    en: 'The container is in the expected control group',
    zh: '容器位于预期的 cgroup 之下',
  },
  failingTitle: {
    en: 'The container is in an unexpected control group',
    zh: '容器不在预期的 cgroup 之下',
  },
  rationale: {
    en: 'Limits for all containers together hang on their common control group. A container that is put under another one is outside those limits, and of whatever watches them.',
    zh: '针对全部容器的总体资源限制挂在其共同的 cgroup 上。被放到其他 cgroup 之下的容器不受这些限制约束，也不在相应监控范围之内。',
  },
  remediation: {
    en: 'Remove --cgroup-parent (in Compose: cgroup_parent), or add the parent that was agreed on to the parameters of this control. For all containers it is "cgroup-parent" in daemon.json.',
    zh: '去掉 --cgroup-parent（Compose 中为 cgroup_parent），或将经批准的上级 cgroup 加入本控制项的参数。全局设置为 daemon.json 中的 "cgroup-parent"。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://man7.org/linux/man-pages/man7/cgroups.7.html',
  ],
  params: z.object({
    allowed: z.array(z.string()).default(['/docker', 'system.slice']).meta({
      en: "Parents that may be named, slashes at the ends aside. The defaults are what the engine uses by itself, with the cgroupfs driver and with systemd's.",
      zh: '允许指定的父控制组，首尾斜杠不计。默认值为引擎在 cgroupfs 驱动和 systemd 驱动下各自使用的父控制组。',
    }),
  }),
  check: (w, { params }) => {
    const { cgroupParent } = w.resources;
    const named = withoutSlashes(cgroupParent);
    if (cgroupParent === '' || params.allowed.some((one) => withoutSlashes(one) === named)) {
      return true;
    }
    return fail(
      text(`The control group is under ${cgroupParent}`, `其 cgroup 被置于 ${cgroupParent} 之下`),
    );
  },
});
