import { workloadPlacedByTenant } from '../../../src/controls/workload/workload-placed-by-tenant.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const label = 'com.example.tenant';
const params = { labels: [label] };
const service = {
  ...compliantWorkload,
  ...stopped,
  origin: 'swarm-service',
  state: 'declared',
  lifecycle: undefined,
  labels: { [label]: 'shop' },
  placement: ['node.labels.tenant==shop'],
};
const placement = (...rules: readonly string[]) => ({ facts: { placement: rules }, params });
const rancher = (labels: Readonly<Record<string, string>>) => ({
  facts: { origin: 'container', placement: [], labels },
  params: {},
});
const project = { 'io.rancher.project.name': 'shop' };

describeControl(workloadPlacedByTenant, service, {
  params,
  around: [engineBeside({ labelNames: [label] })],
  pass: {
    'a label of the engine': placement('engine.labels.tenant == shop'),
    'one of several rules': placement('node.role==worker', 'node.labels.tenant==shop'),
    "Rancher's own rule": rancher({
      ...project,
      'io.rancher.scheduler.affinity:host_label': 'tenant=shop',
    }),
  },
  fail: {
    'no rule': placement(),
    'a rule of another kind': placement('node.role==worker', 'node.hostname==a'),
    'a label that it must not have': placement('node.labels.tenant!=bank'),
    'Rancher without a rule': rancher(project),
    'Rancher with a rule that is only a wish': rancher({
      ...project,
      'io.rancher.scheduler.affinity:host_label_soft': 'tenant=shop',
    }),
    'a wish alone': {
      facts: {
        origin: 'container',
        placement: [],
        labels: { 'io.rancher.scheduler.affinity:host_label_soft': 'tenant=shop' },
      },
    },
    'it does not say whose it is, where others do': {
      facts: { labels: { [label]: '' }, placement: [] },
      params,
    },
  },
  notApplicable: {
    'none of the labels that tell a tenant by default': { params: {} },
    'no scheduler': { facts: { origin: 'container' }, params },
    'no label is in use': {
      facts: { labels: { [label]: '' } },
      others: [engineBeside({ labelNames: [] })],
      params,
    },
  },
  unknown: {
    'the rules were not read': { denied: ['/placement'], params },
    'the labels were not read': { denied: ['/labels'], params },
  },
});
