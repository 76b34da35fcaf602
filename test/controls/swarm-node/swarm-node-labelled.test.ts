import { swarmNodeLabelled } from '../../../src/controls/swarm-node/swarm-node-labelled.ts';
import { worker } from '../../fixtures/swarm-node.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const pinned = [
  subjectOf('workload', { ...compliantWorkload, placement: ['node.labels.tenant==red'] }),
];

describeControl(
  swarmNodeLabelled,
  { ...worker, labels: { tenant: 'red' } },
  {
    pass: {
      'a label of one’s own': { facts: { labels: { zone: 'a' } }, params: { label: 'zone' } },
    },
    fail: {
      'a service is placed by it': { facts: { labels: { tenant: '' } }, others: pinned },
      'another node has it': {
        facts: { labels: { tenant: undefined } },
        others: [subjectOf('swarm-node', { ...worker, labels: { tenant: 'x' } }, { id: 'two' })],
      },
    },
    notApplicable: {
      'nobody uses it': { params: { label: 'zone' } },
      'a manager that carries nothing': {
        facts: { role: 'manager', availability: 'drain' },
        others: pinned,
      },
    },
    unknown: { 'not read': { denied: ['/labels'] } },
  },
);
