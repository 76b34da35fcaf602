import { imageNoCredentials } from '../../../src/controls/image/image-no-credentials.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const credential = (path: string, sample = false) => ({
  path,
  rule: 'npm-credentials',
  line: 1,
  fingerprint: 'f',
  sample,
});
const found = (...credentials: readonly object[]) => ({
  files: { ...compliantImage.files, credentials },
});

describeControl(imageNoCredentials, compliantImage, {
  pass: {
    'an example of a package': {
      facts: found(credential('/usr/lib/node_modules/x/test/.npmrc', true)),
    },
    'one that may': {
      facts: found(credential('/opt/demo/.env')),
      params: { allowed: ['/opt/demo'] },
    },
  },
  fail: {
    'one that a later layer hides': {
      facts: found({ ...credential('/root/.npmrc'), hidden: true }),
    },
    'a token': { facts: found(credential('/root/.npmrc')) },
    'password hashes': {
      facts: found({ ...credential('/etc/shadow'), rule: 'password-hash' }),
    },
    'one beside those that may': {
      facts: found(credential('/opt/demo/.env'), credential('/opt/demos/.env')),
      params: { allowed: ['/opt/demo'] },
    },
    'one beside what was not looked into': {
      facts: found(credential('/root/.npmrc')),
      denied: ['/files/credentials/-'],
    },
    'one beside an example': {
      facts: found(
        credential('/usr/lib/node_modules/x/test/.npmrc', true),
        credential('/app/.env'),
      ),
    },
  },
  unknown: {
    'its files were not read': { denied: ['/files'] },
    'they were not looked into': { denied: ['/files/credentials'] },
    'one was not looked into, and no other has any': { denied: ['/files/credentials/-'] },
    'one was not looked into, and others are examples': {
      facts: found(credential('/usr/lib/node_modules/x/test/.npmrc', true)),
      denied: ['/files/credentials/-'],
    },
  },
  says: {
    'one that a later layer hides':
      'A credential is in /root/.npmrc:1 (npm-credentials); a later layer hides it, and anyone who pulls the image has it',
    'password hashes': 'A credential is in /etc/shadow:1 (password-hash)',
    'one beside what was not looked into': 'A credential is in /root/.npmrc:1 (npm-credentials)',
  },
});
