import { imageNoPrivateKeys } from '../../../src/controls/image/image-no-private-keys.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const key = (path: string, sample = false) => ({
  path,
  rule: 'private-key',
  line: 1,
  fingerprint: 'f',
  sample,
});
const found = (...privateKeys: readonly object[]) => ({
  files: { ...compliantImage.files, privateKeys },
});

describeControl(imageNoPrivateKeys, compliantImage, {
  pass: {
    'an example of a package': { facts: found(key('/usr/lib/node_modules/x/test/k.pem', true)) },
    'one that may': {
      facts: found(key('/opt/demo/tls.key')),
      params: { allowed: ['/opt/demo'] },
    },
  },
  fail: {
    'one that a later layer hides': {
      facts: found({ ...key('/root/.ssh/id_ed25519'), hidden: true }),
    },
    'a key': { facts: found(key('/root/.ssh/id_ed25519')) },
    'a key with a passphrase': {
      facts: found({ ...key('/root/.ssh/id_rsa'), rule: 'private-key-encrypted' }),
    },
    'one beside those that may': {
      facts: found(key('/opt/demo/tls.key'), key('/opt/demos/tls.key')),
      params: { allowed: ['/opt/demo'] },
    },
    'one beside an example': {
      facts: found(key('/usr/lib/node_modules/x/test/k.pem', true), key('/etc/ssl/private/k.pem')),
    },
  },
  unknown: {
    'its files were not read': { denied: ['/files'] },
    'they were not searched for keys': { denied: ['/files/privateKeys'] },
  },
  says: {
    'one that a later layer hides':
      'A private key is in /root/.ssh/id_ed25519:1 (private-key); a later layer hides it, and anyone who pulls the image has it',
    'one beside those that may': 'A private key is in /opt/demos/tls.key:1 (private-key)',
  },
});
