import { networkTenantsSeparate } from '../../../src/controls/network/network-tenants-separate.ts';
import { labelled, serviceWithTask } from '../../fixtures/beside.ts';
import { compliantNetwork } from '../../fixtures/network.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const own = {
  ...compliantNetwork,
  defaultBridge: false,
  interContainerTraffic: true,
  usedBy: ['one', 'two'],
};
const label = 'io.rancher.project.name';
const [red, blue] = [{ [label]: 'red' }, { [label]: 'blue' }];
const engine = (...labelNames: readonly string[]) => subjectOf('engine', { labelNames });
const among = (...others: readonly Subject[]) => ({ others: [engine(label), ...others] });

describeControl(networkTenantsSeparate, own, {
  around: [engine(label), labelled('one', red), labelled('two', red)],
  pass: {
    'a label of one’s own': {
      others: [engine('team'), labelled('one', { team: 'a' }), labelled('two', { team: 'a' })],
      params: { labels: ['team'] },
    },
    'a service and its container, which has no label': {
      facts: { usedBy: ['one', 'one.1'] },
      ...among(...serviceWithTask('one', red)),
    },
    'two projects of Compose’s of one tenant': among(
      labelled('one', { ...red, 'com.docker.compose.project': 'a' }),
      labelled('two', { ...red, 'com.docker.compose.project': 'b' }),
    ),
  },
  fail: {
    'two tenants': among(labelled('one', red), labelled('two', blue)),
    'two tenants and one without': {
      facts: { usedBy: ['one', 'two', 'three'] },
      ...among(labelled('one', red), labelled('two', blue), labelled('three', {})),
    },
    'one without a label': among(labelled('one', red), labelled('two', {})),
    'containers of services of two tenants': {
      facts: { usedBy: ['one.1', 'two.1'] },
      ...among(...serviceWithTask('one', red), ...serviceWithTask('two', blue)),
    },
    'the host’s network': {
      facts: { driver: 'host', interContainerTraffic: null },
      ...among(labelled('one', red), labelled('two', blue)),
    },
    'two projects of Compose’s, where those are tenants': {
      others: [
        engine('com.docker.compose.project'),
        labelled('one', { 'com.docker.compose.project': 'a' }),
        labelled('two', { 'com.docker.compose.project': 'b' }),
      ],
      params: { labels: ['com.docker.compose.project'] },
    },
  },
  notApplicable: {
    'no label is in use': { others: [engine('x'), labelled('one', {}), labelled('two', {})] },
    'nobody on it has one': among(labelled('one', {}), labelled('two', {})),
    'nothing is on it': { facts: { usedBy: [] } },
    'they cannot talk': {
      facts: { interContainerTraffic: false },
      ...among(labelled('one', red), labelled('two', blue)),
    },
    'the network of none': { facts: { driver: 'null', interContainerTraffic: null } },
  },
  unknown: {
    'the labels of one were not read': among(
      labelled('one', red),
      subjectOf(
        'workload',
        {},
        { id: 'two', gaps: [{ path: '/labels', reason: 'denied', detail: 'test' }] },
      ),
    ),
    'who uses it was not read': { denied: ['/usedBy'] },
  },
});
