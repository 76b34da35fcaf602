import { engineDefaultUlimits } from '../../../src/controls/engine/engine-default-ulimits.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const limits = (...effective: string[]) => ({
  facts: { defaultUlimits: { effective, configured: null } },
});

describeControl(engineDefaultUlimits, compliantEngine, {
  pass: {
    'one value for both': limits('nofile=1024'),
    'no open core files, as asked for': { ...limits('core=0:0'), params: { required: ['core'] } },
    'none required': { ...limits(), params: { required: [] } },
  },
  fail: {
    none: limits(),
    'another resource': limits('nproc=100:100'),
    unlimited: limits('nofile=-1:-1'),
    'a soft limit that may be lifted without end': limits('nofile=1024:-1'),
    'a name that only ends alike': limits('xnofile=1024:1024'),
    'one of two is missing': { params: { required: ['nofile', 'memlock'] } },
    'configured, but not in force': {
      facts: { defaultUlimits: { effective: [], configured: ['nofile=1024:1024'] } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'not read': { denied: ['/defaultUlimits/effective'] } },
  beside: ['/defaultUlimits/configured'],
});
