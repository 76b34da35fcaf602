import { workloadNoLatestTag } from '../../../src/controls/workload/workload-no-latest-tag.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const tagged = (tag: string | null) => ({
  facts: { image: { reference: `nginx${tag === null ? '' : `:${tag}`}`, tag, digest: null } },
});

/** As a Compose file has it where no file tells where the image lies. */
const somewhere = (tag: string | null) => ({
  facts: { image: { spelled: `\${R}/web${tag === null ? '' : `:${tag}`}`, tag, digest: null } },
  denied: ['/image/reference', '/image/registry'],
});

describeControl(workloadNoLatestTag, compliantWorkload, {
  pass: {
    'a release': tagged('1.29.3'),
    'a release, wherever it lies': somewhere('1.4'),
    'latest, pinned': {
      facts: { image: { reference: `nginx:latest@sha256:${'a'.repeat(64)}`, tag: 'latest' } },
    },
    'a variant of a release': tagged('1.29-alpine'),
    'a variant of a line': tagged('lts-alpine'),
    'a name that may be that of a release': tagged('bookworm-slim'),
    'a variant, where latest is no such tag': {
      ...tagged('alpine'),
      params: { mutable: ['main'] },
    },
    'a list of one’s own': { ...tagged('main'), params: { mutable: ['latest'] } },
  },
  fail: {
    latest: tagged('latest'),
    'no tag': tagged(null),
    'in capitals': tagged('Latest'),
    'a branch': tagged('main'),
    'a variant alone': tagged('alpine'),
    'two variants': tagged('mainline-alpine'),
    'latest, wherever it lies': somewhere('latest'),
    'no tag, wherever it lies': somewhere(null),
  },
  notApplicable: {
    'an id': { facts: { image: { registry: '', tag: null, digest: null } } },
    'its project builds it and names none': {
      facts: {
        build: { arguments: [], privileged: false, network: 'default', entitlements: [] },
        image: { reference: 'shop-web', registry: '', id: null },
      },
      denied: ['/image/tag', '/image/digest'],
    },
  },
  unknown: {
    'not read': { denied: ['/image'] },
    'its name is open': {
      denied: ['/image/reference', '/image/registry', '/image/tag', '/image/digest'],
    },
  },
  says: {
    'latest, wherever it lies': '${R}/web:latest names no release',
    'no tag, wherever it lies': '${R}/web has no tag, which is latest',
    'a branch': 'nginx:main names no release',
  },
});
