import { z } from 'zod';
import { ifAny, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

export const workloadTmpfsBounded = defineControl({
  id: 'workload-tmpfs-bounded',
  subject: workload,
  // The memory limit, if there is one, counts it.
  rating: ['disruption', 'remote'],
  title: {
    en: 'Each tmpfs mount of the container has a size limit',
    zh: '容器的 tmpfs 挂载均限定大小',
  },
  failingTitle: {
    en: 'A tmpfs mount of the container has no size limit',
    zh: '容器的 tmpfs 挂载未限定大小',
  },
  rationale: {
    en: 'What lies in a tmpfs is memory. Without a size the kernel lets it grow to half of the memory of the host, for each mount.',
    zh: 'tmpfs 中的数据占用的是内存。未限定大小时，内核允许每个挂载增长到宿主机内存的一半。',
  },
  remediation: {
    en: 'Give it a size: --tmpfs /tmp:size=64m or --mount type=tmpfs,dst=/tmp,tmpfs-size=64m, in Compose tmpfs: ["/tmp:size=64m"].',
    zh: '限定大小：--tmpfs /tmp:size=64m 或 --mount type=tmpfs,dst=/tmp,tmpfs-size=64m，Compose 中写 tmpfs: ["/tmp:size=64m"]。',
  },
  references: [
    'https://docs.docker.com/engine/storage/tmpfs/',
    'https://man7.org/linux/man-pages/man5/tmpfs.5.html',
  ],
  params: z.object({
    maxBytes: z.number().int().positive().nullable().default(null).meta({
      en: 'Largest size in bytes; null, since what an application needs is its own, asks for any size.',
      zh: '允许的最大字节数；应用需求各异，默认 null 表示只要求限定大小。',
    }),
  }),
  check: ifAny(
    (w) => w.mounts.some(({ type }) => type === 'tmpfs'),
    noneFails(
      (w) => w.mounts,
      (mount, { params }) => {
        if (mount.type !== 'tmpfs') return true;
        // The words below do not name its type, which all of them have: a finding is shown where what it quotes stands.
        const { sizeBytes = 0 } = mount;
        const fits = params.maxBytes === null || sizeBytes <= params.maxBytes;
        if (sizeBytes > 0 && fits) return true;
        const { target } = mount;
        const sizeShare = sizeBytes === 0 ? (mount.sizeShare ?? 0) : 0;
        if (sizeShare > 0) {
          return (
            params.maxBytes === null ||
            unknown(
              text(
                `${target}, kept in memory, may hold ${sizeShare} % of that of the machine, whatever that is`,
                `${target} 处的 tmpfs 可占用机器内存的 ${sizeShare}%，具体字节数未知`,
              ),
            )
          );
        }
        return fail(
          sizeBytes === 0
            ? text(`${target}, kept in memory, has no size`, `${target} 处的 tmpfs 未限定大小`)
            : text(
                `${target}, kept in memory, holds ${sizeBytes} bytes, over ${params.maxBytes}`,
                `${target} 处的 tmpfs 大小为 ${sizeBytes} 字节，超过允许的 ${params.maxBytes} 字节`,
              ),
        );
      },
    ),
    text('There is no tmpfs mount', '没有 tmpfs 挂载'),
  ),
});
