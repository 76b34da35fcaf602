import { hostTlsKeyMode } from '../../../src/controls/host/host-tls-key-mode.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { tlsServerKey: { mode: bits } } } });

describeControl(hostTlsKeyMode, compliantHost, {
  pass: {
    'mode 0000': mode(0o000),
  },
  fail: {
    'root may write': mode(0o600),
    'the group may read': mode(0o440),
    'a smaller number with a bit too many': mode(0o004),
    'beyond a tailored mode': { params: { allowed: 0 } },
  },
  notApplicable: { 'there is none': { facts: { files: { tlsServerKey: null } } } },
  unknown: {
    'not read': { denied: ['/files/tlsServerKey'] },
    'a link that was not followed': {
      facts: { files: { tlsServerKey: { type: 'symlink', mode: 0o777 } } },
    },
  },
  says: {
    'root may write': '/etc/docker/server-key.pem has mode 0600, and 0400 is the most',
  },
});
