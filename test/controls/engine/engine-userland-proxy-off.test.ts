import { engineUserlandProxyOff } from '../../../src/controls/engine/engine-userland-proxy-off.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineUserlandProxyOff, compliantEngine, {
  pass: {
    'in force, whatever the file says': {
      facts: { userlandProxy: { effective: false, configured: true } },
    },
  },
  fail: {
    'with root, in an old release': {
      facts: { rootless: false, version: '26.1.5', userlandProxy: { effective: true } },
    },
    'the other way round': { facts: { userlandProxy: { effective: true, configured: null } } },
    'configured, but not in force': {
      facts: { userlandProxy: { effective: true, configured: false } },
    },
  },
  notApplicable: {
    Podman: { facts: { product: 'podman' } },
    'rootless, before it could do without': { facts: { version: '28.5.2' } },
    'rootless, a preview of the release that can': { facts: { version: '29.5.0-rc.1' } },
  },
  unknown: { 'what is in force was not read': { denied: ['/userlandProxy/effective'] } },
  beside: ['/userlandProxy/configured'],
});
