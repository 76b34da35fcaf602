import { workloadEgressControlled } from '../../../src/controls/workload/workload-egress-controlled.ts';
import { compliantNetwork } from '../../fixtures/network.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const inner = subjectOf('network', { ...compliantNetwork, internal: true }, { id: 'network-1' });
const outer = subjectOf('network', compliantNetwork, { id: 'network-2' });
const params = (...allowed: readonly string[]) => ({ params: { allowed } });
const outerToo = [
  { name: 'shop_backend', id: 'network-1' },
  { name: 'proxy', id: 'network-2' },
];
const joining = {
  networks: [],
  namespaces: { network: { mode: 'container', chain: ['workload-2'] } },
};
const joined = (networks: readonly unknown[]) =>
  subjectOf('workload', { ...compliantWorkload, networks }, { id: 'workload-2' });

describeControl(workloadEgressControlled, compliantWorkload, {
  params: { allowed: [] },
  around: [inner, outer],
  pass: {
    'a way out by a network that is meant for it': {
      facts: { networks: outerToo },
      ...params('proxy'),
    },
    'no network': { facts: { networks: [{ name: 'none', id: 'network-3' }] }, ...params() },
    'joined to one that has no way out': {
      facts: joining,
      others: [inner, outer, joined(compliantWorkload.networks)],
      ...params(),
    },
  },
  fail: {
    'one of two networks has a way out': { facts: { networks: outerToo }, ...params() },
    'another one is meant for it': { facts: { networks: outerToo }, ...params('other') },
    "on the host's network": {
      facts: { networks: [], namespaces: { network: { mode: 'host', resolved: 'host' } } },
      ...params(),
    },
    'joined to one that has a way out': {
      facts: joining,
      others: [inner, outer, joined(outerToo)],
      ...params(),
    },
  },
  notApplicable: { 'no list is set': { params: { allowed: null } } },
  unknown: {
    'the networks were not read': { denied: ['/networks'], ...params() },
    'one of them is not known': {
      facts: { networks: [{ name: 'gone', id: 'network-9' }] },
      ...params(),
    },
    'joined to one that was not read': { facts: joining, ...params() },
  },
});
