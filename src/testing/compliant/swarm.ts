import type { Swarm } from '../../core/subjects/swarm.ts';

/** A Swarm of five nodes, three of them managers. */
export const compliantSwarm: Swarm = {
  createdAt: '2026-01-10T08:00:00Z',
  autoLock: true,
  nodeCertificateSeconds: 30 * 86_400,
  externalAuthorities: 0,
  rootRotationInProgress: false,
  rootCertificateExpiresAt: '2046-01-05T08:00:00Z',
  rootCertificate: {
    subject: 'CN=swarm-ca',
    issuer: 'CN=swarm-ca',
    names: [],
    notBefore: '2026-01-10T07:55:00Z',
    notAfter: '2046-01-05T08:00:00Z',
    keyType: 'ec',
    keyBits: 256,
    signature: 'ECDSA-SHA-256',
    signatureHash: 'SHA-256',
    selfSigned: true,
  },
  dataPathPort: 4789,
  controlPort: {
    address: '192.0.2.10',
    port: 2377,
    handshake: {
      versions: ['TLSv1.2', 'TLSv1.3'],
      ciphers: [
        {
          name: 'TLS_AES_128_GCM_SHA256',
          forwardSecrecy: true,
          aead: true,
          authenticated: true,
          keyBits: 128,
          exchangeGroup: 'x25519',
          exchangeBits: 255,
        },
      ],
      certificates: [
        {
          subject: 'O=9m2, OU=swarm-manager, CN=n1',
          issuer: 'CN=swarm-ca',
          names: ['DNS:swarm-manager', 'DNS:n1'],
          notBefore: '2026-11-10T08:00:00Z',
          notAfter: '2026-12-10T08:00:00Z',
          keyType: 'ec',
          keyBits: 256,
          signature: 'ECDSA-SHA-256',
          signatureHash: 'SHA-256',
          selfSigned: false,
          role: 'server',
          anchor: 'own',
        },
      ],
      clientAuthorities: ['CN=swarm-ca'],
    },
  },
  managers: 3,
  reachableManagers: 3,
  nodes: 5,
  labels: {},
};
