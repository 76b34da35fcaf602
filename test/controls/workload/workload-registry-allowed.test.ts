import { workloadRegistryAllowed } from '../../../src/controls/workload/workload-registry-allowed.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const image = (reference: string, registry = 'docker.io') => ({
  facts: { image: { reference, registry, tag: null, digest: null } },
});

describeControl(workloadRegistryAllowed, compliantWorkload, {
  params: { registries: ['registry.example.com', 'docker.io/library'] },
  pass: {
    'an official image': image('nginx:1.29'),
    'an official image, spelled out': image('docker.io/library/nginx:1.29'),
    'by its default': { ...image('nginx'), params: {} },
    declared: { facts: { origin: 'swarm-service', state: 'declared' } },
  },
  fail: {
    'somebody’s on Docker Hub': image('someone/nginx'),
    'a registry that begins like one that is listed': image(
      'registry.example.com.evil.example/web',
      'registry.example.com.evil.example',
    ),
    'a registry on another port': image(
      'registry.example.com:5000/web',
      'registry.example.com:5000',
    ),
  },
  notApplicable: {
    'an id': image('sha256:4f1c', ''),
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
    'its tag alone is certain': {
      facts: { image: { spelled: '${R}/web:1.4', tag: '1.4', digest: null } },
      denied: ['/image/reference', '/image/registry'],
    },
  },
});
