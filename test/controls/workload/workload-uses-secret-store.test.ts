import { workloadUsesSecretStore } from '../../../src/controls/workload/workload-uses-secret-store.ts';
import { compliantSecret } from '../../fixtures/secret.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const service = {
  ...compliantWorkload,
  origin: 'swarm-service',
  state: 'declared',
  service: { id: 'service-1', name: 'web' },
};
const password = { name: 'DB_PASSWORD', secret: true, rule: 'secret-name', fingerprint: 'f' };

describeControl(workloadUsesSecretStore, service, {
  around: [subjectOf('secret', compliantSecret)],
  fail: {
    'in the environment, beside the store': { facts: { environment: [password] } },
    'in the environment, without the store': { facts: { environment: [password] }, others: [] },
    'in the command': { facts: { secretArguments: ['secret-name'] } },
  },
  notApplicable: {
    'given none': { others: [] },
    'a configuration only': {
      others: [subjectOf('secret', { ...compliantSecret, store: 'config' })],
    },
    'given to another': {
      others: [subjectOf('secret', { ...compliantSecret, usedBy: ['service-2'] })],
    },
    'a container': { facts: { origin: 'container', environment: [password] } },
  },
  unknown: {
    'the environment was not read': { denied: ['/environment'] },
    'who is given the secret was not read': {
      others: [
        subjectOf(
          'secret',
          {},
          {
            gaps: [{ path: '', reason: 'denied', detail: 'test' }],
          },
        ),
      ],
    },
  },
  says: {
    'in the environment, beside the store':
      'The variable DB_PASSWORD holds what looks like a secret (secret-name)',
  },
});
