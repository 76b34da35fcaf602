import { swarmControlPortTls } from '../../../src/controls/swarm/swarm-control-port-tls.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

const { handshake } = compliantSwarm.controlPort;
const control = (change: Readonly<Record<string, unknown>>) => ({
  facts: { controlPort: { handshake: change } },
});

describeControl(swarmControlPortTls, compliantSwarm, {
  pass: {
    'it asks without saying whose certificates it takes': control({ clientAuthorities: [] }),
    'CBC, which Swarm cannot be told to leave': control({
      ciphers: [{ ...handshake.ciphers[0], aead: false }],
    }),
  },
  fail: {
    'TLS 1.1': control({ versions: ['TLSv1.1', 'TLSv1.2'] }),
    'nothing encrypted': control({ ciphers: [{ ...handshake.ciphers[0], keyBits: 0 }] }),
    'no certificate': control({ ciphers: [{ ...handshake.ciphers[0], authenticated: false }] }),
    'a certificate of another authority': control({
      certificates: [{ ...handshake.certificates[0], anchor: 'none' }],
    }),
    'nobody is asked for a certificate': control({ clientAuthorities: null }),
  },
  unknown: {
    'its address was not told': { denied: ['/controlPort'] },
    'nothing answered there': { denied: ['/controlPort/handshake'] },
    'TLS 1.3 alone, which hides whom it asks': {
      denied: ['/controlPort/handshake/clientAuthorities'],
    },
  },
  says: {
    'nothing encrypted': 'Agrees to TLS_AES_128_GCM_SHA256',
    'a certificate of another authority':
      'The certificate of O=9m2, OU=swarm-manager, CN=n1 is not of this Swarm’s authority',
  },
});
