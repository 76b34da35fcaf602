import { engineConfigurationInForce } from '../../../src/controls/engine/engine-configuration-in-force.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineConfigurationInForce, compliantEngine, {
  pass: {
    'nothing configured': {
      facts: { liveRestore: { configured: null }, configured: { authorizationPlugins: [] } },
    },
    'nothing configured of what could not be read': { denied: ['/logLevel/effective'] },
    'the same limits in another order': {
      facts: {
        defaultUlimits: {
          effective: ['a=1:1', 'b=2:2'],
          configured: ['b=2:2', 'a=1:1'],
        },
      },
    },
  },
  fail: {
    'a setting before the restart': {
      facts: { noNewPrivileges: { effective: false, configured: true } },
    },
    'a setting that a flag overrides': {
      facts: { packetFilter: { effective: true, configured: false } },
    },
    'a value': { facts: { logDriver: { effective: 'json-file', configured: 'syslog' } } },
    'a list': {
      facts: { defaultUlimits: { effective: [], configured: ['nofile=1024:1024'] } },
    },
    'a plugin that was not loaded': { facts: { plugins: { authorization: [] } } },
    'one, though another could not be read': {
      facts: { liveRestore: { effective: false, configured: true } },
      denied: ['/defaultUlimits'],
    },
  },
  unknown: {
    'the configuration may not be read': { denied: ['/noNewPrivileges/configured'] },
    'what is in force of a configured setting was not read': {
      facts: { logLevel: { configured: 'info' } },
      denied: ['/logLevel/effective'],
    },
  },
});
