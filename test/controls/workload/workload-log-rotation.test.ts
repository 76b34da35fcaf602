import { workloadLogRotation } from '../../../src/controls/workload/workload-log-rotation.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

/** The driver that rotates by itself, so that cases can do without any option. */
const compliant = { ...compliantWorkload, logging: { driver: 'local', options: {} } };

describeControl(workloadLogRotation, compliant, {
  pass: {
    'local, with a size': { facts: { logging: { options: { 'max-size': '10m' } } } },
    'json-file, with a size in any unit': {
      facts: { logging: { driver: 'json-file', options: { 'max-size': '1.5GB' } } },
    },
  },
  fail: {
    'json-file, with nothing said': { facts: { logging: { driver: 'json-file' } } },
    'json-file, with a number of files alone': {
      facts: { logging: { driver: 'json-file', options: { 'max-file': '3' } } },
    },
    'minus one is unlimited': {
      facts: { logging: { driver: 'json-file', options: { 'max-size': '-1' } } },
    },
    'zero is no size': {
      facts: { logging: { driver: 'json-file', options: { 'max-size': '0' } } },
    },
    'a word is no size': {
      facts: { logging: { driver: 'json-file', options: { 'max-size': 'big' } } },
    },
    'local without a limit': { facts: { logging: { options: { 'max-size': '-1' } } } },
  },
  notApplicable: Object.fromEntries(
    ['none', 'journald', 'syslog', 'fluentd', 'awslogs', 'vendor/plugin:1.0'].map((driver) => [
      driver,
      { facts: { logging: { driver } } },
    ]),
  ),
  unknown: {
    'the options were not read': { denied: ['/logging/options'] },
    'the driver was not read': { denied: ['/logging/driver'] },
    'both are left to the engine': {
      facts: {
        ...stopped,
        origin: 'compose-service',
        state: 'declared',
        logging: { driver: '' },
      },
    },
  },
});
