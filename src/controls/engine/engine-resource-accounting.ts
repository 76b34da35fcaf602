import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

const kinds = ['memory', 'swap', 'pids', 'cpuQuota', 'cpuShares', 'cpuset'] as const;

const names = {
  memory: text('memory', '内存'),
  swap: text('swap', '交换空间'),
  pids: text('the number of processes', '进程数'),
  cpuQuota: text('processor time', 'CPU 时间'),
  cpuShares: text('processor weights', 'CPU 权重'),
  cpuset: text('the choice of processors', 'CPU 绑核'),
} as const;

export const engineResourceAccounting = defineControl({
  id: 'engine-resource-accounting',
  subject: engine,
  rating: ['disruption', 'open'],
  title: {
    en: 'The kernel enforces the limits that containers are given',
    zh: '内核可执行容器的各项资源限制',
  },
  failingTitle: {
    en: 'The kernel does not enforce limits that containers are given',
    zh: '内核无法执行容器的部分资源限制',
  },
  rationale: {
    en: 'Where the kernel or its control groups cannot count a resource, the engine takes a limit on it, prints a warning that nobody reads, and starts the container without.',
    zh: '若内核或其 cgroup 无法统计某项资源，引擎虽接受相应的限制参数，却只打印一条无人留意的警告，随后照常启动不受限的容器。',
  },
  remediation: {
    en: 'Boot with the control groups that are missing: cgroup_enable=memory swapaccount=1 on the kernel command line for cgroup v1, or cgroup v2 with a kernel of 5.8 or newer (systemd.unified_cgroup_hierarchy=1). A rootless engine needs the controllers delegated to its user.',
    zh: '启用缺失的 cgroup 控制器：cgroup v1 在内核命令行加 cgroup_enable=memory swapaccount=1，或在 5.8 及以上内核使用 cgroup v2（systemd.unified_cgroup_hierarchy=1）。无根模式引擎需将控制器委派给其用户。',
  },
  references: [
    'https://docs.docker.com/engine/containers/resource_constraints/',
    'https://docs.docker.com/engine/security/rootless/',
    'https://docs.kernel.org/admin-guide/cgroup-v2.html',
  ],
  params: z.object({
    required: z.array(z.enum(kinds)).default(['memory', 'swap', 'pids', 'cpuQuota']).meta({
      en: 'What must be enforceable. The defaults are the limits that keep one container from stopping the rest; weights and pinning only share out.',
      zh: '必须可强制执行的限制。默认为能阻止单个容器拖垮全局的各项；权重与绑核仅用于分配，不在其列。',
    }),
  }),
  check: (e, { params }) => {
    const missing = params.required.filter((kind) => !e.limits[kind]);
    if (missing.length === 0) return true;
    return fail(
      text(
        `The engine cannot limit ${missing.map((kind) => names[kind].en).join(', ')}: such limits are not in force`,
        `无法限制${missing.map((kind) => names[kind].zh).join('、')}：相应限制实际未生效`,
      ),
    );
  },
});
