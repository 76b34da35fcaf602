import { workloadImagePinned } from '../../../src/controls/workload/workload-image-pinned.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadImagePinned, compliantWorkload, {
  pass: {
    'a digest without a tag': { facts: { image: { tag: null } } },
    'by the id of an image': {
      facts: {
        image: { reference: 'sha256:bbbb', registry: '', tag: null, digest: null },
      },
    },
  },
  fail: {
    'a tag': { facts: { image: { reference: 'registry.example.com/shop/web:1.4', digest: null } } },
    'the tag latest': {
      facts: { image: { reference: 'web:latest', tag: 'latest', digest: null } },
    },
    neither: { facts: { image: { reference: 'web', tag: null, digest: null } } },
    'a tag that looks like a digest': {
      facts: { image: { reference: 'web:sha256-aaaa', tag: 'sha256-aaaa', digest: null } },
    },
    'the image in use has an id, as always': {
      facts: { image: { reference: 'web:1.4', id: `sha256:${'c'.repeat(64)}`, digest: null } },
    },
  },
  unknown: { 'it was not read': { denied: ['/image'] } },
  says: {
    'the image in use has an id, as always': 'web:1.4 names the tag 1.29.3, which can move',
  },
});
