import { engineConfigurationInForce } from '../../../src/controls/engine/engine-configuration-in-force.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineConfigurationInForce, compliantEngine, {
  pass: {
    'nothing configured': {
      facts: { liveRestore: { configured: null }, configured: { authorizationPlugins: [] } },
    },
    'nothing configured of what could not be read': { denied: ['/logLevel/effective'] },
    'the same log options in another order': {
      facts: {
        logOptions: {
          effective: { 'max-size': '10m', 'max-file': '3' },
          configured: { 'max-file': '3', 'max-size': '10m' },
        },
      },
    },
    'a default address, without a bridge to publish on': {
      facts: { defaultAddress: { effective: '', configured: '127.0.0.1' } },
    },
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
    'log options': {
      facts: { logOptions: { effective: {}, configured: { 'max-size': '10m' } } },
    },
    'the default address': {
      facts: { defaultAddress: { effective: '0.0.0.0', configured: '127.0.0.1' } },
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
