import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { defaultCapabilities } from '../../knowledge/default-capabilities.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { firstHoldsOnly, holdsOnly, othersHoldOnly } from '../blocks/workload/capabilities.ts';

export const workloadCapabilities = defineControl({
  id: 'workload-capabilities',
  subject: workload,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container holds only allowed capabilities',
    zh: '容器未持有允许范围之外的内核权能',
  },
  failingTitle: {
    en: 'The container holds capabilities beyond the allowed ones',
    zh: '容器持有允许范围之外的内核权能',
  },
  rationale: {
    en: 'A capability is a piece of root. SYS_ADMIN, SYS_MODULE, SYS_PTRACE or DAC_READ_SEARCH alone is enough to leave a container; NET_ADMIN is enough to rewrite its network.',
    zh: '内核权能是 root 权限的拆分。仅凭 SYS_ADMIN、SYS_MODULE、SYS_PTRACE 或 DAC_READ_SEARCH 之一即可逃逸容器；仅凭 NET_ADMIN 即可篡改其网络配置。',
  },
  remediation: {
    en: 'Start from nothing and add by name: --cap-drop ALL --cap-add NET_BIND_SERVICE; in Compose cap_drop: [ALL] and cap_add: [NET_BIND_SERVICE].',
    zh: '先全部去除，再按名称逐项添加：--cap-drop ALL --cap-add NET_BIND_SERVICE；Compose 中写 cap_drop: [ALL] 与 cap_add: [NET_BIND_SERVICE]。',
  },
  references: [
    'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
  ],
  params: z.object({
    allowed: z
      .array(z.string().regex(/^[A-Z][A-Z_]*$/, 'must be in upper case'))
      .default([...defaultCapabilities])
      .meta({
        en: 'Names in upper case, with or without CAP_. The default is what the engine gives to a container for which nothing is said; an empty list asks for --cap-drop ALL.',
        zh: '大写的权能名称，带不带 CAP_ 前缀均可。默认值为引擎在未作任何指定时授予容器的权能；空列表即要求 --cap-drop ALL。',
      }),
  }),
  // All must hold: the first process of another user than root shows none of the capabilities that a
  // setuid program or `docker exec --user root` in the same container would have.
  check: all(
    holdsOnly(({ allowed }) => allowed),
    firstHoldsOnly(({ allowed }) => allowed),
    othersHoldOnly(({ allowed }) => allowed),
  ),
});
