import { defineControl, workload } from 'plimsoll';
import { hasLabel } from 'plimsoll/blocks';
import { z } from 'zod';

export const acmeOwnerNamed = defineControl({
  id: 'acme-owner-named',
  subject: workload,
  severity: 'medium',
  title: { en: 'Somebody answers for it', zh: '已指明责任人' },
  rationale: {
    en: 'At night, the person on call has to know whom to wake.',
    zh: '夜间值班人员需要知道应联系谁。',
  },
  remediation: {
    en: 'Set the label to a team of the directory: --label com.acme.owner=payments',
    zh: '将标签设为通讯录中的团队：--label com.acme.owner=payments',
  },
  references: ['https://docs.docker.com/engine/manage-resources/labels/'],
  params: z.object({
    label: z
      .string()
      .default('com.acme.owner')
      .meta({ en: 'The label that names the owner', zh: '标明责任人的标签' }),
  }),
  check: hasLabel(({ label }) => label),
});
