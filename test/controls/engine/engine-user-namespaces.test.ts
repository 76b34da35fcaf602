import { engineUserNamespaces } from '../../../src/controls/engine/engine-user-namespaces.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineUserNamespaces, compliantEngine, {
  pass: { 'remapped, with root': { facts: { rootless: false, userNamespaces: true } } },
  fail: { 'neither remapped nor rootless': { facts: { rootless: false, userNamespaces: false } } },
  unknown: {
    'the remapping was not read': { facts: { rootless: false }, denied: ['/userNamespaces'] },
  },
});
