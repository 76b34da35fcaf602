import { hostAuditLogKept } from '../../../src/controls/host/host-audit-log-kept.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const storage = (change: object) => ({
  facts: { audit: { storage: { ...compliantHost.audit.storage, ...change } } },
});

describeControl(hostAuditLogKept, compliantHost, {
  pass: {
    'as many as are asked for': storage({ whenLarge: 'rotate', files: 8, megabytes: 50 }),
    'a file that grows': storage({ whenLarge: 'ignore' }),
    'too few files for any to be put aside': storage({ whenLarge: 'rotate', files: 1 }),
    'less, where that is accepted': {
      ...storage({ whenLarge: 'rotate', files: 5, megabytes: 8 }),
      params: { minMegabytes: 40 },
    },
  },
  fail: {
    'what the distribution sets': storage({ whenLarge: 'rotate', files: 5, megabytes: 8 }),
    'no more writing': storage({ whenLarge: 'suspend' }),
    'a daemon without a configuration': { facts: { audit: { storage: null } } },
  },
  notApplicable: { 'no log on the host': storage({ written: false }) },
  unknown: {
    'not read': { denied: ['/audit/storage'] },
    'its size was not read': {
      ...storage({ whenLarge: 'rotate', files: 20 }),
      denied: ['/audit/storage/megabytes'],
    },
    'a snapshot of an older release': { facts: { audit: { storage: undefined } } },
  },
  says: {
    'what the distribution sets': 'auditd keeps 5 files of 8 MB; at least 400 MB are asked for',
  },
});
