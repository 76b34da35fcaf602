import { volumeTenantsSeparate } from '../../../src/controls/volume/volume-tenants-separate.ts';
import { labelled } from '../../fixtures/beside.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { describeControl } from '../../support/describe-control.ts';

const shared = { ...compliantVolume, usedBy: ['one', 'two'] };
const [red, blue] = [{ tenant: 'red' }, { tenant: 'blue' }];

describeControl(volumeTenantsSeparate, shared, {
  around: [labelled('one', red), labelled('two', red)],
  pass: {
    'projects are tenants': {
      others: [labelled('one', { p: 'a' }), labelled('two', { p: 'a' })],
      params: { labels: ['p'] },
    },
  },
  fail: {
    'two tenants': { others: [labelled('one', red), labelled('two', blue)] },
    'two projects, where those are tenants': {
      others: [labelled('one', { p: 'a' }), labelled('two', { p: 'b' })],
      params: { labels: ['p'] },
    },
  },
  notApplicable: {
    'nobody has a label': { others: [labelled('one', {}), labelled('two', {})] },
    'nobody mounts it': { facts: { usedBy: [] } },
  },
  unknown: {
    'one without a label': { others: [labelled('one', red), labelled('two', {})] },
    'who mounts it was not read': { denied: ['/usedBy'] },
  },
});
