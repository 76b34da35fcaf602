import { all, defineControl, workload } from 'plimsoll';
import { isNonRoot, onlyFrom } from 'plimsoll/blocks';
import { z } from 'zod';

export const acmeOwnRegistry = defineControl({
  id: 'acme-own-registry',
  subject: workload,
  severity: 'high',
  title: {
    en: 'Its image is ours, and does not run as root',
    zh: '镜像来自自有仓库，且不以 root 身份运行',
  },
  rationale: {
    en: 'What our registry holds was scanned, and all of it is built to run without root.',
    zh: '自有仓库中的镜像均经过扫描，且按非 root 运行构建。',
  },
  remediation: {
    en: 'Ask the platform team to take the image into the registry.',
    zh: '请平台团队将镜像收录到自有仓库。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#user'],
  params: z.object({
    registries: z
      .array(z.string())
      .default(['registry.acme.example'])
      .meta({ en: 'Registries of our own', zh: '自有镜像仓库' }),
  }),
  check: all(
    isNonRoot,
    onlyFrom(({ registries }) => registries),
  ),
});
