import { builtin, defineFramework, defineMapping } from 'plimsoll';

const policy = defineFramework({
  id: 'acme-policy',
  title: { en: 'Policy', zh: '制度' },
  edition: {
    version: '1',
    publisher: 'Acme',
    published: '2026-01',
    status: 'in-force',
    source: 'own',
  },
  requirements: [
    {
      id: 'ACME-1',
      parent: null,
      title: { en: 'Bounded', zh: '受限' },
      nature: 'technical',
      levels: [],
      confidence: 'verified',
    },
  ],
});
const reason = { en: 'It is what is asked.', zh: '即所要求者。' };

export const mapping = defineMapping(policy, builtin, [
  { control: 'workload-pids-limit', requirement: 'ACME-2', shows: 'all', breaks: 'breaks', reason },
]);
