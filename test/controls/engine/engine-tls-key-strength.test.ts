import { engineTlsKeyStrength } from '../../../src/controls/engine/engine-tls-key-strength.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { certificateCase, noTls, unreadTls } from '../../fixtures/handshake.ts';
import { describeControl } from '../../support/describe-control.ts';

const rsa = (keyBits: number) => certificateCase({ keyType: 'rsa', keyBits });

describeControl(engineTlsKeyStrength, compliantEngine, {
  pass: {
    'RSA of 2048 bits': rsa(2048),
    Ed25519: certificateCase({ keyType: 'ed25519', signature: 'Ed25519', signatureHash: '' }),
    'a signature of its own key, which proves nothing at all': certificateCase({
      selfSigned: true,
      signature: 'RSA-SHA-1',
      signatureHash: 'SHA-1',
    }),
  },
  fail: {
    'RSA of 1024 bits': rsa(1024),
    'RSA of 2048 bits where 3072 are asked for': { ...rsa(2048), params: { rsaBits: 3072 } },
    'a curve of 192 bits': certificateCase({ keyBits: 192 }),
    DSA: certificateCase({ keyType: 'dsa', keyBits: 3072 }),
    'SHA-1': certificateCase({ signature: 'RSA-SHA-1', signatureHash: 'SHA-1' }),
    MD5: certificateCase({ signature: 'RSA-MD5', signatureHash: 'MD5' }),
  },
  notApplicable: noTls,
  unknown: {
    ...unreadTls('certificates'),
    'a key of a kind that is not known': certificateCase({ keyType: 'other', keyBits: null }),
  },
  says: {
    MD5: '192.0.2.10:2376: CN=engine-1 is signed with RSA-MD5',
  },
});
