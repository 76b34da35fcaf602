import { engineRootless } from '../../../src/controls/engine/engine-rootless.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineRootless, compliantEngine, {
  pass: { 'Podman without root': { facts: { product: 'podman' } } },
  fail: {
    'with root': { facts: { rootless: false } },
    'with root, though users are remapped': { facts: { rootless: false, userNamespaces: true } },
  },
  notApplicable: { 'in a Swarm': { facts: { rootless: false, swarm: { state: 'active' } } } },
  unknown: { 'not read': { denied: ['/rootless'] } },
});
