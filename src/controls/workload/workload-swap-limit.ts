import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { orLifted, restored, sayingChange } from '../blocks/workload/changed-since.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

export const workloadSwapLimit = defineControl({
  id: 'workload-swap-limit',
  subject: workload,
  // The host must have swap.
  rating: ['disruption', 'one step'],
  title: {
    en: 'The container’s swap is limited along with its memory',
    zh: '容器的交换空间随内存一并受限',
  },
  failingTitle: {
    en: 'The container’s swap is not limited along with its memory',
    zh: '容器的交换空间未随内存一并受限',
  },
  rationale: {
    en: 'A memory limit alone does not hold a container that may swap without end: it fills the swap of the host, and the disk is then busy with pages instead of with the work of everybody else.',
    zh: '若交换空间不受限，仅设内存上限并不能约束容器：它会占满宿主机的交换分区，使磁盘忙于换页，拖慢所有业务。',
  },
  remediation: {
    en: `Start it with --memory 512m --memory-swap 512m for no swap at all, in Compose mem_limit: 512m and memswap_limit: 512m. Leaving --memory-swap out allows as much swap as memory. On cgroup v1 the kernel must count swap: boot it with swapaccount=1. ${restored.en}`,
    zh: `启动时加 --memory 512m --memory-swap 512m 即完全不使用交换空间，Compose 中写 mem_limit: 512m 与 memswap_limit: 512m。不写 --memory-swap 时，可用的交换空间与内存上限相同。cgroup v1 下须由内核统计交换空间：启动参数加 swapaccount=1。${restored.zh}`,
  },
  references: [
    'https://docs.docker.com/engine/containers/resource_constraints/#--memory-swap-details',
    'https://docs.docker.com/reference/cli/docker/container/run/#memory',
  ],
  params: z.object({
    maxFactor: z.number().min(1).default(2).meta({
      en: 'Memory and swap together at most, as a multiple of the memory; 1 allows no swap. 2 is what the engine gives when nothing is said.',
      zh: '内存与交换空间之和相对内存上限的最大倍数，1 表示不允许使用交换空间。默认值 2 与引擎缺省行为一致。',
    }),
  }),
  applies: orLifted(
    'memory',
    (w) =>
      w.resources.memoryBytes > 0 ||
      notApplicable(
        text(
          'No memory limit is set, so there is none on swap; workload-memory-limit judges that',
          '未设置内存上限，交换空间也就无从限制；该事项由 workload-memory-limit 判定',
        ),
      ),
  ),
  check: sayingChange(['memory', 'memory-swap'], (w, ctx) => {
    const { memoryBytes, memorySwapBytes } = w.resources;
    if (memorySwapBytes > 0) {
      const most = memoryBytes * ctx.params.maxFactor;
      if (memorySwapBytes <= most) return true;
      return fail(
        text(
          `Memory and swap together are ${memorySwapBytes} bytes, over ${most}`,
          `内存与交换空间合计 ${memorySwapBytes} 字节，超过允许的 ${most} 字节`,
        ),
      );
    }
    // Unset is twice the memory.
    if (memorySwapBytes === 0) {
      return (
        ctx.params.maxFactor >= 2 ||
        fail(
          text(
            `Nothing is said of swap, so it has as much again as memory: over ${ctx.params.maxFactor} times`,
            `未设置交换空间，内存与交换空间合计为内存上限的 2 倍，超过允许的 ${ctx.params.maxFactor} 倍`,
          ),
        )
      );
    }
    const uncounted = !isDescribedByFile(w) && ctx.all(engine).some(({ limits }) => !limits.swap);
    return fail(
      uncounted
        ? text(
            'The engine cannot limit swap: the kernel does not account for it',
            '引擎无法限制交换空间：内核未统计交换空间用量',
          )
        : text('May swap without limit', '可无限制使用交换空间'),
    );
  }),
});
