import { engineTlsCiphers } from '../../../src/controls/engine/engine-tls-ciphers.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { cipherCase, noTls, unreadTls } from '../../fixtures/handshake.ts';
import { describeControl } from '../../support/describe-control.ts';

const cbc = { name: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', aead: false };
const rsa = {
  name: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
  forwardSecrecy: false,
  exchangeGroup: '',
  exchangeBits: null,
};
const primes = (bits: number) =>
  cipherCase({
    name: 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
    exchangeGroup: '',
    exchangeBits: bits,
  });

describeControl(engineTlsCiphers, compliantEngine, {
  pass: {
    'a prime of 2048 bits': primes(2048),
    'CBC where it was approved': { ...cipherCase(cbc), params: { aead: false } },
    'one that was approved by its name': { ...cipherCase(rsa), params: { allowed: [rsa.name] } },
  },
  fail: {
    CBC: cipherCase(cbc),
    'no forward secrecy': cipherCase(rsa),
    'no certificate': cipherCase({
      name: 'TLS_DH_anon_WITH_AES_128_GCM_SHA256',
      authenticated: false,
    }),
    'nothing encrypted': {
      ...cipherCase({ name: 'TLS_ECDHE_RSA_WITH_NULL_SHA', keyBits: 0, aead: false }),
      params: { aead: false },
    },
    '3DES': {
      ...cipherCase({ name: 'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', keyBits: 112, aead: false }),
      params: { aead: false },
    },
    'RC4, though its key is long enough': {
      ...cipherCase({ name: 'TLS_ECDHE_RSA_WITH_RC4_128_SHA', aead: false }),
      params: { aead: false },
    },
    'a prime of 1024 bits': primes(1024),
    'a curve of 192 bits': cipherCase({ exchangeGroup: 'secp192r1', exchangeBits: 192 }),
    '128 bits where 256 are asked for': { params: { keyBits: 256 } },
  },
  notApplicable: noTls,
  unknown: unreadTls('ciphers'),
  says: {
    'RC4, though its key is long enough':
      '192.0.2.10:2376 agrees to TLS_ECDHE_RSA_WITH_RC4_128_SHA: uses RC4',
  },
});
