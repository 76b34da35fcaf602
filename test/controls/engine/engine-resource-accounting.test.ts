import { engineResourceAccounting } from '../../../src/controls/engine/engine-resource-accounting.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const lacks = (...kinds: readonly string[]) => ({
  facts: { limits: Object.fromEntries(kinds.map((kind) => [kind, false])) },
});

describeControl(engineResourceAccounting, compliantEngine, {
  pass: {
    'what only shares out': lacks('cpuShares', 'cpuset'),
    'swap, where it is not required': { ...lacks('swap'), params: { required: ['memory'] } },
  },
  fail: {
    'no swap': lacks('swap'),
    'no number of processes': lacks('pids'),
    'no processor time': lacks('cpuQuota'),
    'nothing at all': lacks('memory', 'swap', 'pids', 'cpuQuota'),
    'weights, where they are required': {
      ...lacks('cpuShares'),
      params: { required: ['cpuShares'] },
    },
  },
  unknown: { 'the engine does not say': { denied: ['/limits/pids'] } },
});
