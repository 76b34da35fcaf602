import { secretUsed } from '../../../src/controls/secret/secret-used.ts';
import { compliantSecret } from '../../fixtures/secret.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(secretUsed, compliantSecret, {
  fail: {
    'a secret': { facts: { usedBy: [] } },
    'a configuration': { facts: { store: 'config', usedBy: [], secretRules: [] } },
  },
  unknown: { 'the services were not read': { denied: ['/usedBy'] } },
});
