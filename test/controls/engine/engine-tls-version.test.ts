import { engineTlsVersion } from '../../../src/controls/engine/engine-tls-version.ts';
import { compliantEngine, compliantListener } from '../../fixtures/engine.ts';
import { handshakeCase, listenerWith, noTls, unreadTls } from '../../fixtures/handshake.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineTlsVersion, compliantEngine, {
  pass: {
    'TLS 1.3 alone': handshakeCase({ versions: ['TLSv1.3'] }),
    'an old version that was approved': {
      ...handshakeCase({ versions: ['TLSv1.1', 'TLSv1.2'] }),
      params: { minimum: 'TLSv1.1' },
    },
  },
  fail: {
    'TLS 1.0': handshakeCase({ versions: ['TLSv1', 'TLSv1.2', 'TLSv1.3'] }),
    'TLS 1.1': handshakeCase({ versions: ['TLSv1.1', 'TLSv1.2'] }),
    'SSL 3.0': handshakeCase({ versions: ['SSLv3'] }),
    'one of several': {
      facts: { listeners: [compliantListener, listenerWith({ versions: ['TLSv1'] })] },
    },
    'TLS 1.2 where 1.3 is asked for': { params: { minimum: 'TLSv1.3' } },
    'an old one, though not everything was offered': {
      ...handshakeCase({ versions: ['TLSv1', null] }),
      denied: ['/listeners/0/handshake/versions/1'],
    },
    'an old one, though others may listen beside it': {
      facts: { listeners: [listenerWith({ versions: ['TLSv1'] }), null] },
      denied: ['/listeners/1'],
    },
  },
  notApplicable: noTls,
  unknown: unreadTls('versions'),
  says: {
    'TLS 1.0': '192.0.2.10:2376 agrees to TLSv1',
  },
});
