import { builtin, extendCatalog } from 'plimsoll';
import { acmeOwnRegistry } from './controls/acme-own-registry.ts';
import { acmeOwnerNamed } from './controls/acme-owner-named.ts';

/** What all teams hold to. A team extends it in turn, and the report says who changed what. */
export const catalog = extendCatalog(builtin, {
  id: 'acme',
  version: '1.2.0',
  add: [acmeOwnRegistry, acmeOwnerNamed],
  tailor: {
    'workload-pids-limit': {
      params: { max: 256 },
      reason: 'No service of ours runs more than forty processes.',
      by: 'Wang Fang',
    },
  },
  omit: {
    'workload-registry-allowed': {
      reason: 'acme-own-registry asks for more.',
      by: 'Wang Fang',
    },
  },
});
