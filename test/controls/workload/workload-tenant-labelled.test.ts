import { workloadTenantLabelled } from '../../../src/controls/workload/workload-tenant-labelled.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const label = 'io.rancher.environment.uuid';
const labels = (all: Readonly<Record<string, string>>) => ({ labels: all });
const compliant = { ...compliantWorkload, labels: { [label]: 'shop' } };
const none = { labels: { [label]: '' } };
const inUse = [engineBeside({ labelNames: [label, 'other'] })];

describeControl(workloadTenantLabelled, compliant, {
  around: inUse,
  pass: {
    'by another of the labels': { facts: labels({ 'io.rancher.project.name': 'web' }) },
    'by a label of their own': {
      facts: labels({ 'com.example.tenant': 'shop' }),
      params: { labels: ['com.example.tenant'] },
    },
    'a stopped one': { facts: stopped },
  },
  fail: {
    'an empty label, which is as good as none': { facts: none },
    'only labels of another kind': { facts: { labels: { [label]: '', other: 'x' } } },
    'a stopped one': { facts: { ...stopped, ...none } },
  },
  notApplicable: {
    'no label is in use': { facts: none, others: [engineBeside({ labelNames: ['other'] })] },
    'a project of Compose is no tenant unless that is said': {
      facts: none,
      others: [engineBeside({ labelNames: ['com.docker.compose.project'] })],
    },
    'what a file describes': { facts: { ...none, origin: 'compose-service' }, others: [] },
  },
  unknown: {
    'the labels were not read': { denied: ['/labels'] },
    'the labels in use were not read': {
      facts: none,
      others: [
        { ...engineBeside({}), gaps: [{ path: '/labelNames', reason: 'denied', detail: 'test' }] },
      ],
    },
  },
});
