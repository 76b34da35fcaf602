import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';

export default definePlimsollConfig({
  catalog: extendCatalog(builtin, {
    id: 'acme',
    tailor: {
      'workload-single-function': { params: { max: 1 }, reason: 'ACME 1', by: 'Wang Fang' },
    },
  }),
  frameworks: ['./acme-cards.yaml'],
  system: {
    name: 'Acme card platform',
    scope: 'The hosts that run the payment service, with everything on them.',
  },
  notApplicable: [
    {
      framework: 'acme-cards-2026',
      requirement: '2.3.1',
      reason: 'There is no wireless network in or near the platform.',
      owner: 'Wang Fang',
    },
  ],
});
