import { engineAuthorizationPlugin } from '../../../src/controls/engine/engine-authorization-plugin.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineAuthorizationPlugin, compliantEngine, {
  pass: {
    'in force by a flag that was not read': { denied: ['/configured/authorizationPlugins'] },
  },
  fail: {
    none: { facts: { plugins: { authorization: [] }, configured: { authorizationPlugins: [] } } },
    'configured, but not in force': { facts: { plugins: { authorization: [] } } },
    'other plugins do not count': {
      facts: { plugins: { authorization: [], volume: ['local', 'authz-volume'] } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'the plugins were not read': { denied: ['/plugins'] } },
  beside: ['/configured/authorizationPlugins'],
});
