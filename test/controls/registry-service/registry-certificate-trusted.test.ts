import { registryCertificateTrusted } from '../../../src/controls/registry-service/registry-certificate-trusted.ts';
import { compliantRegistryService } from '../../../src/testing/compliant/registry-service.ts';
import { describeControl } from '../../support/describe-control.ts';

const [own] = compliantRegistryService.handshake?.certificates ?? [];
const shows = (change: object, ...more: readonly object[]) => ({
  facts: {
    handshake: {
      certificates: [{ ...own, ...change }, ...more.map((one) => ({ ...own, ...one }))],
    },
  },
});

describeControl(registryCertificateTrusted, compliantRegistryService, {
  pass: {
    'a public authority': shows({ anchor: 'public' }),
    'an issuer that was approved': {
      ...shows({ anchor: 'none' }),
      params: { issuers: ['CN=engine authority'] },
    },
    'an authority, which is for no host and known by itself': shows(
      {},
      { role: 'authority', names: [], anchor: 'none' },
    ),
    'a star for the first part': shows({ names: ['DNS:*.example.org'] }),
    'one that ends soon, where that was approved': {
      ...shows({ notAfter: '2026-12-01T00:00:00Z' }),
      params: { minDays: 1 },
    },
  },
  fail: {
    'an authority that nobody knows': shows({ anchor: 'none', issuer: 'CN=other' }),
    'another name': shows({ names: ['DNS:other.example.org'] }),
    'another host': { facts: { host: 'other.example.org' } },
    'no name': shows({ names: [] }),
    'one that ended': shows({ notAfter: '2026-11-01T00:00:00Z' }),
    'one that does not begin yet': shows({ notBefore: '2026-12-01T00:00:00Z' }),
    'one that ends soon': shows({ notAfter: '2026-12-01T00:00:00Z', subject: '' }),
    'an authority that ended': shows(
      {},
      { role: 'authority', names: [], notAfter: '2026-11-01T00:00:00Z' },
    ),
  },
  notApplicable: { 'no TLS': { facts: { handshake: null } } },
  unknown: {
    'no handshake came about': { denied: ['/handshake'] },
    'the authorities of this machine were not read': {
      denied: ['/handshake/certificates/0/anchor'],
    },
    'it may show others': {
      facts: { handshake: { certificates: [own, null] } },
      denied: ['/handshake/certificates/1'],
    },
  },
  says: {
    'an authority that nobody knows': 'Nobody here knows its issuer CN=other',
    'no name': 'Its certificate is not for registry.example.org, only for nobody',
    'one that ended': 'registry.example.org: CN=registry.example.org ended on 2026-11-01T00:00:00Z',
  },
});
