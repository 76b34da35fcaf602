import { swarmRootKeyStrength } from '../../../src/controls/swarm/swarm-root-key-strength.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

const key = (type: string, bits: number | null) => ({ facts: { rootKey: { type, bits } } });

describeControl(swarmRootKeyStrength, compliantSwarm, {
  pass: {
    'RSA of 2048': key('rsa', 2048),
    'an Edwards curve, whose hash is its own': {
      facts: { rootKey: { type: 'ed25519', bits: null }, rootSignatureHash: '' },
    },
  },
  fail: {
    'RSA of 1024': key('rsa', 1024),
    'a small curve': key('ec', 224),
    'RSA of 2048 where more is asked for': { ...key('rsa', 2048), params: { minRsaBits: 3072 } },
    'SHA-1': { facts: { rootSignatureHash: 'sha1' } },
  },
  unknown: {
    'a type that is not known': key('gost', null),
    'a curve without a size': key('ec', null),
    'not read': { denied: ['/rootKey'] },
  },
});
