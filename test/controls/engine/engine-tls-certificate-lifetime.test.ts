import { engineTlsCertificateLifetime } from '../../../src/controls/engine/engine-tls-certificate-lifetime.ts';
import { compliantEngine, compliantListener } from '../../fixtures/engine.ts';
import { certificateCase, handshakeCase, noTls, unreadTls } from '../../fixtures/handshake.ts';
import { describeControl } from '../../support/describe-control.ts';

const [own] = compliantListener.handshake?.certificates ?? [];
const authority = (rest: Readonly<Record<string, unknown>>) =>
  handshakeCase({ certificates: [own, { ...own, role: 'authority', ...rest }] });

describeControl(engineTlsCertificateLifetime, compliantEngine, {
  pass: {
    'an authority of ten years': authority({
      notBefore: '2024-01-01T00:00:00Z',
      notAfter: '2034-01-01T00:00:00Z',
    }),
  },
  fail: {
    'it has ended': certificateCase({ notAfter: '2026-11-20T00:00:00Z' }),
    'it has not begun': certificateCase({ notBefore: '2026-12-20T00:00:00Z' }),
    'it ends in three weeks': certificateCase({ notAfter: '2026-12-15T00:00:00Z' }),
    'it ends in half a year, and a year is asked for': { params: { minDays: 365 } },
    'it lives ten years': certificateCase({
      notBefore: '2024-01-01T00:00:00Z',
      notAfter: '2034-01-01T00:00:00Z',
    }),
    'it lives half a year, and a month is asked for': { params: { maxDays: 31 } },
    'its authority has ended': authority({ notAfter: '2026-11-20T00:00:00Z' }),
  },
  notApplicable: {
    ...noTls,
    'a server without any': handshakeCase({ certificates: [] }),
  },
  unknown: unreadTls('certificates'),
  says: {
    'it ends in three weeks': '192.0.2.10:2376: CN=engine-1 ends in 20 days',
  },
});
