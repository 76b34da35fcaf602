import { imageNoSecrets } from '../../../src/controls/image/image-no-secrets.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const secret = (name: string) => [{ name, secret: true, rule: 'password-name', fingerprint: 'f1' }];
const step = { ...compliantImage.history[1], secretRules: ['url-credentials'] };

describeControl(imageNoSecrets, compliantImage, {
  pass: {
    'nothing there at all': { facts: { environment: [], history: [] } },
    'a name that sounds like one, with a value that is not': {
      facts: {
        environment: [{ name: 'PASSWORD_FILE', secret: false, rule: null, fingerprint: null }],
      },
    },
  },
  fail: {
    'in the environment': { facts: { environment: secret('DB_PASSWORD') } },
    'in a label': { facts: { secretLabels: secret('deploy.token') } },
    'in a build step': { facts: { history: [step] } },
    'in a build step, though the environment was not read': {
      facts: { history: [step] },
      denied: ['/environment'],
    },
    'in the last of many steps': { facts: { history: [...compliantImage.history, step] } },
  },
  unknown: {
    'the history was not read': { denied: ['/history'] },
    'one step was not read': { denied: ['/history/1/secretRules'] },
  },
  says: {
    'in a label': 'The label deploy.token holds what looks like a secret (password-name)',
    'in the environment':
      'The environment variable DB_PASSWORD holds what looks like a secret (password-name)',
    'in a build step':
      'A build step holds what looks like a secret (url-credentials): RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends curl',
  },
});
