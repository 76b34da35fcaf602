import { workloadPrivilegedApart } from '../../../src/controls/workload/workload-privileged-apart.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const privileged = { ...compliantWorkload, privileged: true };
const label = { dedicated: 'privileged' };
const aside = engineBeside({ hostLabels: label });
const other = (facts: object) =>
  subjectOf('workload', { ...compliantWorkload, ...facts }, { id: 'other' });
const service = (...placement: readonly string[]) => ({
  facts: {
    ...stopped,
    origin: 'swarm-service',
    state: 'declared',
    lifecycle: undefined,
    placement,
  },
  others: [],
});

describeControl(workloadPrivilegedApart, privileged, {
  around: [aside],
  pass: {
    'beside others like it': { others: [aside, other({ privileged: true })] },
    'beside one that is stopped': { others: [aside, other({ state: 'exited' })] },
    'beside a service, which is declared for all hosts': {
      others: [aside, other({ origin: 'swarm-service', state: 'declared' })],
    },
    'all capabilities instead': {
      facts: { privileged: false, capabilities: { added: ['ALL'] } },
    },
    'a label of one’s own': {
      params: { labels: ['for=root'] },
      others: [engineBeside({ hostLabels: { for: 'root' } })],
    },
    'a service that is held to such hosts': service('node.labels.dedicated==privileged'),
    'Rancher holds it to one': {
      facts: {
        ...stopped,
        origin: 'compose-service',
        state: 'declared',
        labels: { 'io.rancher.scheduler.affinity:host_label': 'zone=a, dedicated=privileged' },
      },
      others: [engineBeside({ hostLabels: {} })],
    },
  },
  fail: {
    'beside another': { others: [aside, other({})] },
    'a label of its own that says what its host does not': {
      facts: { labels: { 'io.rancher.scheduler.affinity:host_label': 'dedicated=privileged' } },
      others: [engineBeside({ hostLabels: {} })],
    },
    'no label': { others: [engineBeside({ hostLabels: {} })] },
    'a label with another value': { others: [engineBeside({ hostLabels: { dedicated: 'shop' } })] },
    'one capability that is as much, beside another': {
      facts: { privileged: false, capabilities: { added: ['SYS_ADMIN'] } },
      others: [aside, other({})],
    },
    'a service anywhere': service('node.role==worker'),
    'a service anywhere else': service('node.labels.dedicated!=privileged'),
    'Rancher may place it anywhere': {
      facts: { origin: 'compose-service', labels: { 'io.rancher.stack.name': 'shop' } },
      others: [],
    },
  },
  notApplicable: {
    'not privileged': { facts: { privileged: false } },
    'a lesser capability': { facts: { privileged: false, capabilities: { added: ['NET_ADMIN'] } } },
  },
  unknown: {
    'a file says nothing of hosts': {
      facts: { ...stopped, origin: 'compose-service', state: 'declared' },
    },
    'no engine was read': { others: [] },
    'an engine of a snapshot of an older release': {
      others: [engineBeside({ hostLabels: undefined })],
    },
    'whether it is privileged was not read': { denied: ['/privileged'] },
    'its capabilities were not read': {
      facts: { privileged: false },
      denied: ['/capabilities/added'],
    },
  },
  says: { 'beside another': 'Containers that are not privileged run beside it: 1' },
});
