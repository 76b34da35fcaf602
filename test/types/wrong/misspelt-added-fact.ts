import { defineControl, extendSubject, workload } from 'plimsoll';
import { z } from 'zod';

const words = {
  severity: 'high',
  title: { en: 'Owned', zh: '有负责人' },
  rationale: { en: 'Nobody patches what nobody owns.', zh: '无人负责则无人修补。' },
  remediation: { en: 'Name an owner.', zh: '指定负责人。' },
  references: ['https://docs.docker.com/engine/manage-resources/labels/'],
} as const;

const owned = extendSubject(workload, {
  id: 'cmdb:https://cmdb.example.org',
  facts: { owner: z.string().nullable() },
  collect: ({ name }) => Promise.resolve({ facts: { owner: name } }),
});

export const control = defineControl({
  ...words,
  id: 'acme-owned',
  subject: owned,
  check: (w) => !w.privileged && w.ower !== null,
});
