import { imageRegistryAllowed } from '../../../src/controls/image/image-registry-allowed.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const digest = (repository: string): string => `${repository}@sha256:${'a'.repeat(64)}`;
const official = {
  ...compliantImage,
  references: ['nginx:1.29'],
  digests: [digest('nginx')],
  origin: null,
};
const own = { params: { registries: ['registry.example.org'] } };

describeControl(imageRegistryAllowed, official, {
  pass: {
    'another spelling of the same': { facts: { digests: [digest('docker.io/library/nginx')] } },
    'a registry of one’s own': {
      facts: { digests: [digest('registry.example.org/shop/web')] },
      ...own,
    },
    'a repository below one that is listed': {
      facts: { digests: [digest('registry.example.org/shop/web')] },
      params: { registries: ['registry.example.org/shop'] },
    },
    'tagged anew for a push that has not been': {
      facts: { references: ['registry.example.org/nginx:1'] },
    },
    'what the engine recorded, whatever it is called': {
      facts: {
        digests: [digest('evil.example/nginx')],
        origin: { pulled: ['docker.io/library/nginx'], built: false },
      },
    },
  },
  fail: {
    'somebody’s on Docker Hub': { facts: { digests: [digest('someone/nginx')] } },
    'another registry': { facts: { digests: [digest('evil.example/library/nginx')] } },
    'a registry that begins like one that is listed': {
      facts: { digests: [digest('registry.example.org.evil.example/web')] },
      ...own,
    },
    'a repository that begins like one that is listed': {
      facts: { digests: [digest('registry.example.org/shopping')] },
      params: { registries: ['registry.example.org/shop'] },
    },
    'loaded under a name that spells a registry out': {
      facts: { references: ['evil.example/nginx:1'], digests: [] },
    },
    'what the engine recorded, though it bears a good name': {
      facts: { origin: { pulled: ['evil.example/nginx'], built: false } },
    },
  },
  notApplicable: {
    'built here': { facts: { references: ['web:latest'], digests: [] } },
    'built here into a store that gives digests': {
      facts: {
        references: ['web:latest'],
        digests: [digest('web')],
        origin: { pulled: [], built: true },
      },
    },
    nameless: { facts: { references: [], digests: [] } },
  },
  unknown: { 'the digests were not read': { denied: ['/digests'] } },
});
