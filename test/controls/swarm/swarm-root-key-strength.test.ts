import { swarmRootKeyStrength } from '../../../src/controls/swarm/swarm-root-key-strength.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

const root = (facts: Partial<typeof compliantSwarm.rootCertificate>) => ({
  facts: { rootCertificate: facts },
});

describeControl(swarmRootKeyStrength, compliantSwarm, {
  pass: {
    'RSA of 2048': root({ keyType: 'rsa', keyBits: 2048 }),
    'an Edwards curve': root({ keyType: 'ed25519', signatureHash: '' }),
    'its own signature, which proves nothing': root({ signatureHash: 'SHA-1' }),
  },
  fail: {
    'RSA of 1024': root({ keyType: 'rsa', keyBits: 1024 }),
    'a small curve': root({ keyBits: 224 }),
    'RSA of 2048 where more is asked for': {
      ...root({ keyType: 'rsa', keyBits: 2048 }),
      params: { rsaBits: 3072 },
    },
    'another’s signature with SHA-1': root({ selfSigned: false, signatureHash: 'SHA-1' }),
  },
  unknown: {
    'a type that is not known': root({ keyType: 'other', keyBits: null }),
    'not read': { denied: ['/rootCertificate'] },
  },
  says: {
    'another’s signature with SHA-1': 'TrustRoot: CN=swarm-ca is signed with ECDSA-SHA-256',
  },
});
