import { hostAuditDaemonRunning } from '../../../src/controls/host/host-audit-daemon-running.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(hostAuditDaemonRunning, compliantHost, {
  pass: {
    'the journal alone': {
      facts: { logging: { services: ['/usr/lib/systemd/systemd-journald'] } },
    },
  },
  fail: {
    'no audit daemon': { facts: { audit: { daemonRunning: false } } },
    'no log service': { facts: { logging: { services: [] } } },
    'no audit daemon, and the log was not read': {
      facts: { audit: { daemonRunning: false } },
      denied: ['/logging/services'],
    },
  },
  unknown: {
    'the daemon was not read': { denied: ['/audit/daemonRunning'] },
    'the log services were not read': { denied: ['/logging/services'] },
  },
});
