import { volumeTenantsSeparate } from '../../../src/controls/volume/volume-tenants-separate.ts';
import { labelled, serviceWithTask } from '../../fixtures/beside.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const shared = { ...compliantVolume, usedBy: ['one', 'two'] };
const label = 'io.rancher.project.name';
const [red, blue] = [{ [label]: 'red' }, { [label]: 'blue' }];
const engine = (...labelNames: readonly string[]) => subjectOf('engine', { labelNames });
const among = (...others: readonly Subject[]) => ({ others: [engine(label), ...others] });

describeControl(volumeTenantsSeparate, shared, {
  around: [engine(label), labelled('one', red), labelled('two', red)],
  pass: {
    'a label of one’s own': {
      others: [engine('p'), labelled('one', { p: 'a' }), labelled('two', { p: 'a' })],
      params: { labels: ['p'] },
    },
  },
  fail: {
    'two tenants': among(labelled('one', red), labelled('two', blue)),
    'one without a label': among(labelled('one', red), labelled('two', {})),
    'two by a label of one’s own': {
      others: [engine('p'), labelled('one', { p: 'a' }), labelled('two', { p: 'b' })],
      params: { labels: ['p'] },
    },
  },
  notApplicable: {
    'no label is in use': { others: [engine('x'), labelled('one', {}), labelled('two', {})] },
    'nobody who mounts it has one': among(labelled('one', {}), labelled('two', {})),
    'a container that is of no tenant’s service': {
      facts: { usedBy: ['two'] },
      ...among(...serviceWithTask('one', red), labelled('two', {})),
    },
    'nobody mounts it': { facts: { usedBy: [] } },
  },
  unknown: { 'who mounts it was not read': { denied: ['/usedBy'] } },
});
