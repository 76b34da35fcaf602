import { workloadNoSecretsInEnvironment } from '../../../src/controls/workload/workload-no-secrets-in-environment.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { expect, it } from 'vitest';
import { judge } from '../../support/judge.ts';

const secretNamed = (name: string) => ({
  name,
  secret: true,
  rule: 'secret-name',
  fingerprint: 'f1',
});

it('names the variable and the rule, however hostile the name', () => {
  const environment = [secretNamed('A\n"<b>')];
  const { message } = judge(workloadNoSecretsInEnvironment, { ...compliantWorkload, environment });
  expect(message.en).toContain('A\n"<b>');
  expect(message.zh).toContain('secret-name');
});

describeControl(workloadNoSecretsInEnvironment, compliantWorkload, {
  pass: {
    'nothing is set': { facts: { environment: [] } },
    'a name alone is no secret': {
      facts: { environment: [{ ...secretNamed('DB_PASSWORD_FILE'), secret: false, rule: null }] },
    },
  },
  fail: {
    'in the environment': { facts: { environment: [secretNamed('DB_PASSWORD')] } },
    'in a label': { facts: { secretLabels: [secretNamed('com.example.token')] } },
    'in a label of its Swarm service': {
      facts: { secretServiceLabels: [secretNamed('com.example.token')] },
    },
    'in an option of a volume': {
      facts: {
        secretVolumeOptions: [{ volume: 'data', option: 'password', rule: 'secret-name' }],
      },
    },
    'in the command': { facts: { secretArguments: ['password-argument'] } },
    'in a label, where the environment was not read': {
      facts: { secretLabels: [secretNamed('com.example.token')] },
      denied: ['/environment'],
    },
    'in one variable, where another was not read': {
      facts: { environment: [secretNamed('A'), secretNamed('B')] },
      denied: ['/environment/0/secret'],
    },
    'in a variable that is known, where there may be more': {
      facts: { environment: [secretNamed('A')] },
      denied: ['/environment/-'],
    },
    'a stopped one is judged too': {
      facts: { ...stopped, environment: [secretNamed('DB_PASSWORD')] },
    },
  },
  unknown: {
    'the environment was not read': { denied: ['/environment'] },
    'there may be more variables': { denied: ['/environment/-'] },
    'the labels were not read': { denied: ['/secretLabels'] },
    'there may be more labels of its Swarm service': {
      facts: { secretServiceLabels: [] },
      denied: ['/secretServiceLabels/-'],
    },
    'there may be more options of its volumes': {
      facts: { secretVolumeOptions: [] },
      denied: ['/secretVolumeOptions/-'],
    },
    'its volumes were not read': {
      facts: { secretVolumeOptions: [] },
      denied: ['/secretVolumeOptions'],
    },
    'the command was not read': { denied: ['/secretArguments'] },
  },
  says: {
    'in one variable, where another was not read':
      'The variable B holds what looks like a secret (secret-name)',
    'in a label of its Swarm service':
      'The label of its Swarm service com.example.token holds what looks like a secret (secret-name)',
    'in an option of a volume':
      'The option password of the volume data holds what looks like a secret (secret-name)',
    'in a label': 'The label com.example.token holds what looks like a secret (secret-name)',
  },
});
