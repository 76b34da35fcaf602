import { workloadImagePinned } from '../../../src/controls/workload/workload-image-pinned.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

/** As a Compose file has it where no file tells where the image lies. */
const somewhere = (spelled: string, tag: string | null, digest: string | null) => ({
  facts: { image: { spelled, tag, digest } },
  denied: ['/image/reference', '/image/registry'],
});

describeControl(workloadImagePinned, compliantWorkload, {
  pass: {
    'a digest without a tag': { facts: { image: { tag: null } } },
    'a digest, wherever it lies': somewhere('${R}/web@sha256:aaaa', null, 'sha256:aaaa'),
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
    'a tag, wherever it lies': somewhere('${R}/web:1.4', '1.4', null),
    'neither, wherever it lies': somewhere('${R}/web', null, null),
  },
  unknown: {
    'it was not read': { denied: ['/image'] },
    'its name is open': {
      denied: ['/image/reference', '/image/registry', '/image/tag', '/image/digest'],
    },
  },
  notApplicable: {
    'its project builds it and names none': {
      facts: {
        build: { arguments: [], privileged: false, network: 'default', entitlements: [] },
        image: { reference: 'shop-web', registry: '', id: null },
      },
      denied: ['/image/tag', '/image/digest'],
    },
  },
  says: {
    'a tag, wherever it lies': '${R}/web:1.4 names the tag 1.4, which can move',
    'neither, wherever it lies': '${R}/web has neither tag nor digest: it is whatever latest is',
    'the image in use has an id, as always': 'web:1.4 names the tag 1.29.3, which can move',
  },
});
