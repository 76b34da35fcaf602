import { networkTenantsSeparate } from '../../../src/controls/network/network-tenants-separate.ts';
import { labelled, serviceWithTask } from '../../fixtures/beside.ts';
import { compliantNetwork } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const own = {
  ...compliantNetwork,
  defaultBridge: false,
  interContainerTraffic: true,
  usedBy: ['one', 'two'],
};
const [red, blue] = [{ tenant: 'red' }, { tenant: 'blue' }];

describeControl(networkTenantsSeparate, own, {
  around: [labelled('one', red), labelled('two', red)],
  pass: {
    'a label of one’s own': {
      others: [labelled('one', { team: 'a', tenant: 'x' }), labelled('two', { team: 'a' })],
      params: { labels: ['team'] },
    },
    'a service and its container, which has no label': {
      facts: { usedBy: ['one', 'one.1'] },
      others: serviceWithTask('one', red),
    },
    'another project of the same tenant': {
      others: [
        labelled('one', { ...red, 'com.docker.compose.project': 'a' }),
        labelled('two', { ...red, 'com.docker.compose.project': 'b' }),
      ],
    },
  },
  fail: {
    'two tenants': { others: [labelled('one', red), labelled('two', blue)] },
    'by Rancher’s label': {
      others: ['a', 'b'].map((name, at) =>
        labelled(at === 0 ? 'one' : 'two', { 'io.rancher.environment.uuid': name }),
      ),
    },
    'two tenants and one without': {
      facts: { usedBy: ['one', 'two', 'three'] },
      others: [labelled('one', red), labelled('two', blue), labelled('three', {})],
    },
    'containers of services of two tenants': {
      facts: { usedBy: ['one.1', 'two.1'] },
      others: [...serviceWithTask('one', red), ...serviceWithTask('two', blue)],
    },
    'the host’s network': {
      facts: { driver: 'host', interContainerTraffic: null },
      others: [labelled('one', red), labelled('two', blue)],
    },
  },
  notApplicable: {
    'nobody has a label': { others: [labelled('one', {}), labelled('two', {})] },
    'nothing is on it': { facts: { usedBy: [] } },
    'they cannot talk': {
      facts: { interContainerTraffic: false },
      others: [labelled('one', red), labelled('two', blue)],
    },
    'the network of none': { facts: { driver: 'null', interContainerTraffic: null } },
  },
  unknown: {
    'one without a label': { others: [labelled('one', red), labelled('two', {})] },
    'the labels of one were not read': {
      others: [
        labelled('one', red),
        subjectOf(
          'workload',
          {},
          {
            id: 'two',
            gaps: [{ path: '/labels', reason: 'denied', detail: 'test' }],
          },
        ),
      ],
    },
    'who uses it was not read': { denied: ['/usedBy'] },
  },
});
