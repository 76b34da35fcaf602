import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';

/** What the whole company holds to. */
const company = extendCatalog(builtin, {
  id: 'acme',
  tailor: {
    'workload-pids-limit': {
      params: { max: 256 },
      reason: 'No service of ours runs more than forty processes.',
      by: 'Wang Fang',
    },
    'workload-health-check': {
      severity: 'high',
      reason: 'The orchestrator replaces what does not answer, and nobody else looks.',
      by: 'Wang Fang',
    },
  },
});

/** What one team holds to: the company's catalog is extended, never changed. */
const team = extendCatalog(company, {
  id: 'acme-payments',
  tailor: {
    'workload-pids-limit': { params: { max: 64 }, reason: 'Small services.', by: 'Chen Jing' },
  },
  omit: {
    'host-container-os': { reason: 'The hosts are given to us as they are.', by: 'Chen Jing' },
  },
});

export default definePlimsollConfig({ catalog: team, frameworks: ['cis-docker-1.8.0'] });
