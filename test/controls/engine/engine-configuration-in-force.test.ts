import { engineConfigurationInForce } from '../../../src/controls/engine/engine-configuration-in-force.ts';
import { compliantEngine, compliantListener } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineConfigurationInForce, compliantEngine, {
  pass: {
    'a name for its address, and no port': { facts: { configured: { hosts: ['tcp://engine-1'] } } },
    'all interfaces, however they are spelled': {
      facts: {
        listeners: [{ ...compliantListener, address: '::', allInterfaces: true }],
        configured: { hosts: ['tcp://0.0.0.0:2376', ':2376', 'tcp://[::]:2376'] },
      },
    },
    'an address of IPv6': {
      facts: {
        listeners: [{ ...compliantListener, address: '2001:db8::1' }],
        configured: { hosts: ['tcp://[2001:db8::1]:2376'] },
      },
    },
    'a socket that was handed over': { facts: { configured: { hosts: ['fd://'] } } },
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
    'a TCP address that is configured only': { facts: { listeners: [] } },
    'a TCP address that was taken out of the file only': {
      facts: { configured: { hosts: ['unix:///run/docker.sock'] } },
    },
    'a TCP address that was changed in the file only': {
      facts: { configured: { hosts: ['tcp://127.0.0.1:2376'] } },
    },
    'all interfaces, where one is configured': {
      facts: { listeners: [{ ...compliantListener, address: '::', allInterfaces: true }] },
    },
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
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: {
    'where it listens was not read': { denied: ['/listeners'] },
    'the configuration may not be read': { denied: ['/noNewPrivileges/configured'] },
    'what is in force of a configured setting was not read': {
      facts: { logLevel: { configured: 'info' } },
      denied: ['/logLevel/effective'],
    },
  },
});
