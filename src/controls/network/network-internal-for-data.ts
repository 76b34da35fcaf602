import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { tiersOn } from '../blocks/network-tiers.ts';

export const networkInternalForData = defineControl({
  id: 'network-internal-for-data',
  subject: network,
  rating: ['breach', 'remote'],
  title: {
    en: 'A network of data stores has no way out',
    zh: '数据层所在网络没有外部出口',
  },
  failingTitle: {
    en: 'A network of data stores has a way out',
    zh: '数据层所在网络有外部出口',
  },
  rationale: {
    en: 'A database has no reason to call the internet; what takes data out of it has. On an internal network a stolen copy has no way out, and no port of a store can be published by a slip.',
    zh: '数据库没有理由访问互联网，窃取数据的程序却有。置于内部网络后，数据无法直接外传，存储服务的端口也不会被误发布。',
  },
  remediation: {
    en: 'Make the network internal, docker network create --internal data (internal: true under networks: in Compose), move the stores there, and disconnect them from the others. Updates come with a new image, not through the network.',
    zh: '建立内部网络：docker network create --internal data（Compose 的 networks 下写 internal: true），将数据存储迁入并断开其他网络。升级通过新镜像完成，无需联网。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/network/create/#internal',
    'https://docs.docker.com/reference/compose-file/networks/#internal',
  ],
  params: z.object({
    label: z.string().default('tier').meta({
      en: 'The label that names a workload’s tier.',
      zh: '标明工作负载所属层的标签。',
    }),
    tiers: z.array(z.string()).default(['data', 'db', 'database']).meta({
      en: 'Tiers that hold data, in lower case. The default has the usual names for them.',
      zh: '存放数据的层（小写）。默认为常见名称。',
    }),
  }),
  applies: (n, ctx) =>
    tiersOn(n, ctx, ctx.params.label).some((tier) => ctx.params.tiers.includes(tier)) ||
    notApplicable(
      text(
        `Nothing on it is labelled as a data store (${ctx.params.label})`,
        `网络上没有标为数据层的工作负载（标签 ${ctx.params.label}）`,
      ),
    ),
  check: (n) =>
    n.internal ||
    fail(
      text(
        'The network has external access, and data stores are on it',
        '网络带有外部出口，且其上有数据存储',
      ),
    ),
});
