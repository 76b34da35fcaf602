import { secretConfigsNotSecret } from '../../../src/controls/secret/secret-configs-not-secret.ts';
import { compliantSecret } from '../../fixtures/secret.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(
  secretConfigsNotSecret,
  { ...compliantSecret, store: 'config', secretRules: [] },
  {
    fail: { 'a password in it': { facts: { secretRules: ['secret-name'] } } },
    notApplicable: { 'a secret': { facts: { store: 'secret', secretRules: undefined } } },
    unknown: { 'its content was not read': { denied: ['/secretRules'] } },
  },
);
