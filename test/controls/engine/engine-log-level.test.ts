import { engineLogLevel } from '../../../src/controls/engine/engine-log-level.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const level = (effective: string) => ({ facts: { logLevel: { effective, configured: null } } });
const debugging = { debug: { effective: true, configured: true } };

describeControl(engineLogLevel, compliantEngine, {
  pass: { 'a level that was allowed': { ...level('warn'), params: { allowed: ['info', 'warn'] } } },
  fail: {
    debug: level('debug'),
    'too little': level('error'),
    'debugging switched on beside level info': { facts: debugging },
    'debugging, though the level was not read': { facts: debugging, denied: ['/logLevel'] },
    'info is configured, but not in force': {
      facts: { logLevel: { effective: 'fatal', configured: 'info' } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'the process of the daemon may not be read': { denied: ['/logLevel'] } },
  beside: ['/debug/configured', '/logLevel/configured'],
});
