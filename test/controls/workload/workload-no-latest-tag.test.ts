import { workloadNoLatestTag } from '../../../src/controls/workload/workload-no-latest-tag.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const tagged = (tag: string | null) => ({
  facts: { image: { reference: `nginx${tag === null ? '' : `:${tag}`}`, tag, digest: null } },
});

describeControl(workloadNoLatestTag, compliantWorkload, {
  pass: {
    'a release': tagged('1.29.3'),
    'latest, pinned': {
      facts: { image: { reference: `nginx:latest@sha256:${'a'.repeat(64)}`, tag: 'latest' } },
    },
    'a list of one’s own': { ...tagged('main'), params: { mutable: ['latest'] } },
  },
  fail: {
    latest: tagged('latest'),
    'no tag': tagged(null),
    'in capitals': tagged('Latest'),
    'a branch': tagged('main'),
  },
  notApplicable: { 'an id': { facts: { image: { registry: '', tag: null, digest: null } } } },
  unknown: { 'not read': { denied: ['/image'] } },
  says: {
    'a branch': 'nginx:main names no release',
  },
});
