import { workloadRestartBounded } from '../../../src/controls/workload/workload-restart-bounded.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadRestartBounded, compliantWorkload, {
  pass: {
    'no restart at all': { facts: { restart: { policy: 'no', maximumRetries: 0 } } },
    'exactly at a tailored number': {
      facts: { restart: { maximumRetries: 7 } },
      params: { maxRetries: 7 },
    },
  },
  fail: {
    always: { facts: { restart: { policy: 'always', maximumRetries: 0 } } },
    'unless stopped': { facts: { restart: { policy: 'unless-stopped', maximumRetries: 0 } } },
    'on failure without a number is without end': { facts: { restart: { maximumRetries: 0 } } },
    'one over the number': { facts: { restart: { maximumRetries: 6 } } },
    'always, in a container that claims to be of a Swarm': {
      facts: {
        restart: { policy: 'always', maximumRetries: 0 },
        labels: { 'com.docker.swarm.service.id': 'x' },
        service: { id: 'x', name: 'x' },
      },
    },
  },
  notApplicable: {
    'a Swarm service': {
      facts: {
        ...stopped,
        origin: 'swarm-service',
        state: 'declared',
        restart: { policy: 'always' },
      },
    },
  },
  unknown: { 'it was not read': { denied: ['/restart'] } },
});
