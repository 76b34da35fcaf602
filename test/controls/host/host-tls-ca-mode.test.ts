import { hostTlsCaMode } from '../../../src/controls/host/host-tls-ca-mode.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const mode = (bits: number) => ({ facts: { files: { tlsCaCertificate: { mode: bits } } } });

describeControl(hostTlsCaMode, compliantHost, {
  pass: { 'less than allowed': mode(0o400) },
  fail: {
    'the group may write': mode(0o464),
    'a smaller number with a bit too many': mode(0o204),
    setuid: mode(0o4444),
    'beyond a tailored mode': { params: { allowed: 0o200 } },
  },
  notApplicable: { 'there is none': { facts: { files: { tlsCaCertificate: null } } } },
  unknown: {
    'not read': { denied: ['/files/tlsCaCertificate'] },
    'a link that was not followed': {
      facts: { files: { tlsCaCertificate: { type: 'symlink', mode: 0o777 } } },
    },
  },
  says: {
    'the group may write': '/etc/docker/ca.pem has mode 0464, and 0444 is the most',
  },
});
