import { engineTlsCertificateTrusted } from '../../../src/controls/engine/engine-tls-certificate-trusted.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { certificateCase, noTls, unreadTls } from '../../fixtures/handshake.ts';
import { describeControl } from '../../support/describe-control.ts';

const address = (names: readonly string[], at: string, hosts: readonly string[] = []) => ({
  ...certificateCase({ names }, { address: at }),
  params: { hosts },
});

describeControl(engineTlsCertificateTrusted, compliantEngine, {
  pass: {
    'a public authority': certificateCase({ anchor: 'public' }),
    'one’s own signature, given to clients as the authority': certificateCase({ selfSigned: true }),
    'an issuer that was approved': {
      ...certificateCase({ anchor: 'none' }),
      params: { issuers: ['CN=engine authority'] },
    },
    'a name that may be its address': address(['DNS:engine.example.org'], '192.0.2.10'),
    'all interfaces': address(['IP:192.0.2.99'], '::'),
    IPv6: address(['IP:2001:DB8:0:0:0:0:0:1', 'IP:2001:db8::1'], '2001:db8::1'),
    'the name by which it was scanned': address(['DNS:engine.example.org'], 'engine.example.org'),
    'a star for the first part': address(['DNS:*.example.org'], 'Engine.example.org'),
    'names that must be covered': address(['DNS:a.example', 'IP:192.0.2.1'], '192.0.2.10', [
      'a.example',
      '192.0.2.1',
    ]),
  },
  fail: {
    'one’s own signature': certificateCase({ selfSigned: true, anchor: 'none' }),
    'an authority that nobody knows': certificateCase({ anchor: 'none' }),
    'no name': certificateCase({ names: [] }),
    'another address alone': address(['IP:192.0.2.99'], '192.0.2.10'),
    'another name than that by which it was scanned': address(['DNS:b.example'], 'a.example'),
    'a star for two parts': address(['DNS:*.example.org'], 'a.b.example.org'),
    'one of the names that must be covered': address(['DNS:a.example'], '::', [
      'a.example',
      'b.example',
    ]),
  },
  notApplicable: noTls,
  unknown: {
    ...unreadTls('certificates'),
    'what the engine’s authority is was not read': {
      denied: ['/listeners/0/handshake/certificates/0/anchor'],
    },
  },
  says: {
    'one’s own signature': '192.0.2.10:2376: its certificate is signed by itself',
  },
});
