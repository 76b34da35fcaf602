import { workloadNoSecretsInBuildArguments } from '../../../src/controls/workload/workload-no-secrets-in-build-arguments.ts';
import { builtWith, builtWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const plain = { name: 'VERSION', secret: false, rule: null, fingerprint: null };
const secret = { name: 'NPM_TOKEN', secret: true, rule: 'secret-argument', fingerprint: null };

describeControl(workloadNoSecretsInBuildArguments, builtWorkload, {
  pass: { 'a version': builtWith({ arguments: [plain] }) },
  fail: {
    'one of two': builtWith({ arguments: [plain, secret] }),
    'though another was not read': {
      ...builtWith({ arguments: [plain, secret] }),
      denied: ['/build/arguments/0/secret'],
    },
  },
  notApplicable: { 'its image is not built': { facts: { build: undefined } } },
  unknown: {
    'what one holds was not read': {
      ...builtWith({ arguments: [plain] }),
      denied: ['/build/arguments/0/secret'],
    },
  },
  says: {
    'one of two': 'The build argument NPM_TOKEN holds what looks like a secret (secret-argument)',
  },
});
