import { engineTenantsSeparateHosts } from '../../../src/controls/engine/engine-tenants-separate-hosts.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const label = 'io.rancher.environment.uuid';
const compliant = { ...compliantEngine, labelNames: [label] };
const of = (id: string, tenant: string, rest: object = {}) =>
  subjectOf('workload', { ...compliantWorkload, labels: { [label]: tenant }, ...rest }, { id });
const nobody = subjectOf('workload', { ...compliantWorkload, labels: {} }, { id: 'nobody' });

describeControl(engineTenantsSeparateHosts, compliant, {
  around: [of('a', 'shop'), of('b', 'shop')],
  pass: {
    'beside one of nobody': { others: [of('a', 'shop'), nobody] },
    'a service of another tenant, which runs elsewhere': {
      others: [of('a', 'shop'), of('b', 'bank', { origin: 'swarm-service' })],
    },
  },
  fail: {
    'two tenants': { others: [of('a', 'shop'), of('b', 'bank')] },
    'two tenants, one of them stopped': {
      others: [of('a', 'shop'), of('b', 'bank', { state: 'exited' })],
    },
    'two projects of Compose, where each is a tenant': {
      facts: { labelNames: ['com.docker.compose.project'] },
      params: { labels: ['com.docker.compose.project'] },
      others: ['shop', 'bank'].map((project) =>
        subjectOf(
          'workload',
          { ...compliantWorkload, labels: { 'com.docker.compose.project': project } },
          { id: project },
        ),
      ),
    },
  },
  notApplicable: {
    'no label is in use': { facts: { labelNames: ['com.docker.compose.project'] } },
  },
  unknown: {
    'the labels in use were not read': { denied: ['/labelNames'] },
    'the labels of a container were not read': {
      others: [
        of('a', 'shop'),
        { ...of('b', 'shop'), gaps: [{ path: '/labels', reason: 'denied', detail: 'test' }] },
      ],
    },
  },
});
