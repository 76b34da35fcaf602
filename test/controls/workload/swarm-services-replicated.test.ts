import { swarmServicesReplicated } from '../../../src/controls/workload/swarm-services-replicated.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const service = { ...compliantWorkload, origin: 'swarm-service', state: 'declared', replicas: 2 };

describeControl(swarmServicesReplicated, service, {
  pass: { 'one on each node': { facts: { replicas: null } } },
  fail: {
    one: { facts: { replicas: 1 } },
    'two where three are asked for': { params: { min: 3 } },
  },
  notApplicable: {
    'a container': { facts: { origin: 'container', state: 'running', replicas: 1 } },
    'scaled to nothing': { facts: { replicas: 0 } },
    'a job': { facts: { job: true, replicas: 1 } },
  },
  unknown: { 'not read': { denied: ['/replicas'] } },
});
