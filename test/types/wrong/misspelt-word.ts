import { defineControl, workload } from 'plimsoll';

const words = {
  severity: 'high',
  title: { en: 'Bounded', zh: '受限' },
  rationale: { en: 'Nothing else stops it.', zh: '别无限制。' },
  remediation: { en: 'Set a limit.', zh: '设置限制。' },
  references: ['https://docs.docker.com/engine/containers/resource_constraints/'],
} as const;

export const control = defineControl({
  ...words,
  id: 'acme-not-privileged',
  subject: workload,
  remedation: { en: 'Drop it.', zh: '去掉。' },
  check: (w) => !w.privileged,
});
