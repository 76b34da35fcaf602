import { hostAuditDiskFull } from '../../../src/controls/host/host-audit-disk-full.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const storage = (change: object) => ({
  facts: { audit: { storage: { ...compliantHost.audit.storage, ...change } } },
});

describeControl(hostAuditDiskFull, compliantHost, {
  pass: {
    'old records make room for new ones': storage({ whenFull: 'rotate' }),
    'a word in the log on errors': storage({ onError: 'syslog' }),
    'a warning, where that is accepted': {
      ...storage({ whenFull: 'syslog' }),
      params: { whenFull: ['syslog'] },
    },
  },
  fail: {
    'no warning': storage({ whenLow: 'ignore' }),
    'no writing when little is left': storage({ whenVeryLow: 'suspend' }),
    'no writing when it is full': storage({ whenFull: 'suspend' }),
    'a warning alone when it is full': storage({ whenFull: 'email' }),
    'no writing after an error': storage({ onError: 'suspend' }),
    'a daemon without a configuration': { facts: { audit: { storage: null } } },
  },
  notApplicable: {
    'no daemon': { facts: { audit: { storage: null, daemonRunning: false } } },
    'no log on the host': storage({ written: false }),
  },
  unknown: {
    'not read': { denied: ['/audit/storage'] },
    'one part not read': { denied: ['/audit/storage/onError'] },
    'whether a daemon runs was not read': {
      facts: { audit: { storage: null } },
      denied: ['/audit/daemonRunning'],
    },
    'a snapshot of an older release': { facts: { audit: { storage: undefined } } },
  },
  says: {
    'no writing when it is full': 'auditd has disk_full_action = suspend',
    'a daemon without a configuration':
      'The audit daemon runs without auditd.conf, and so does nothing about its disk',
  },
});
