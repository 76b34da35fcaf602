import { hostRegistryCertificatesValid } from '../../../src/controls/host/host-registry-certificates-valid.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [authority] = compliantHost.registryTrust;
const trust = (...changes: readonly Readonly<Record<string, unknown>>[]) => ({
  facts: { registryTrust: changes.map((change) => ({ ...authority, ...change })) },
});

describeControl(hostRegistryCertificatesValid, compliantHost, {
  pass: {
    'the signature of a root is its own': trust({ signature: 'RSA-SHA-1', signatureHash: 'SHA-1' }),
  },
  fail: {
    'it has ended': trust({ notAfter: '2026-01-01T00:00:00Z' }),
    'it ends soon': trust({ notAfter: '2026-12-10T00:00:00Z' }),
    'a short key': trust({ keyBits: 1024 }),
    'SHA-1 below another authority': trust({ selfSigned: false, signatureHash: 'SHA-1' }),
    'the client’s has ended': trust({}, { use: 'client', notAfter: '2026-01-01T00:00:00Z' }),
    'one has ended, and another is no certificate': {
      facts: { registryTrust: [{ ...authority, notAfter: '2026-01-01T00:00:00Z' }, null] },
      denied: ['/registryTrust/1'],
    },
  },
  notApplicable: { 'there are none': { facts: { registryTrust: [] } } },
  unknown: {
    'they could not be read': { denied: ['/registryTrust'] },
    'a file is no certificate': {
      facts: { registryTrust: [authority, null] },
      denied: ['/registryTrust/1'],
    },
  },
  says: {
    'SHA-1 below another authority':
      '/etc/docker/certs.d/registry.example.org/ca.crt: CN=registry authority is signed with RSA-SHA-256',
  },
});
