import { engineDefaultLogRotation } from '../../../src/controls/engine/engine-default-log-rotation.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = {
  ...compliantEngine,
  logDriver: { effective: 'json-file', configured: null },
  logOptions: { effective: { 'max-size': '10m' }, configured: { 'max-size': '10m' } },
};
const driver = (effective: string, maxSize?: string) => ({
  facts: {
    logDriver: { effective },
    logOptions: { effective: { 'max-size': maxSize ?? '10m' } },
  },
});

describeControl(engineDefaultLogRotation, file, {
  pass: {
    'a driver that rotates by itself': driver('local'),
    'another unit': driver('json-file', '512k'),
  },
  fail: {
    'configured, but not in force': {
      facts: { logOptions: { effective: { 'max-size': '-1' }, configured: { 'max-size': '5m' } } },
    },
    unlimited: driver('json-file', '-1'),
    zero: driver('json-file', '0'),
    'switched off in a driver that would rotate': driver('local', '-1'),
    'another file driver': driver('k8s-file', '0'),
  },
  notApplicable: { 'a driver that keeps no file': driver('syslog') },
  unknown: {
    'the driver was not read': { denied: ['/logDriver/effective'] },
    'its options were not read': { denied: ['/logOptions/effective'] },
  },
  beside: ['/logOptions/configured/max-size'],
});

describeControl(
  engineDefaultLogRotation,
  {
    ...file,
    logDriver: { effective: 'local', configured: 'local' },
    logOptions: { effective: {}, configured: null },
  },
  {
    fail: {
      'no option, and a driver that needs one': {
        facts: { logDriver: { effective: 'json-file' } },
      },
    },
    beside: ['/logOptions/configured'],
  },
);
