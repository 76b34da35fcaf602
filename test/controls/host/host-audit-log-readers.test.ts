import { hostAuditLogReaders } from '../../../src/controls/host/host-audit-log-readers.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [folder, log] = compliantHost.auditLog ?? [];
const files = (ofFolder: object, ofLog: object) => ({
  facts: {
    auditLog: [
      { ...folder, ...ofFolder },
      { ...log, ...ofLog },
    ],
  },
});

describeControl(hostAuditLogReaders, compliantHost, {
  pass: {
    'root alone': files({ mode: 0o700 }, { mode: 0o600 }),
    'a group of auditors': files({}, { gid: 4, group: 'adm' }),
    'another, where it is named': {
      ...files({}, { gid: 1500, group: 'auditors' }),
      params: { groups: ['auditors'] },
    },
  },
  fail: {
    'a folder that everybody enters': files({ mode: 0o755 }, {}),
    'a log that everybody reads': files({}, { mode: 0o644 }),
    'a log that its group changes': files({}, { mode: 0o660 }),
    'a log of somebody': files({}, { uid: 1000, owner: 'li' }),
    'a log of another group': files({}, { gid: 998, group: 'docker' }),
  },
  notApplicable: { 'no log': { facts: { auditLog: [] } } },
  unknown: {
    'not read': { denied: ['/auditLog'] },
    'a snapshot of an older release': { facts: { auditLog: undefined } },
  },
  says: {
    'a log that everybody reads': '/var/log/audit/audit.log has mode 0644, and 0640 is the most',
  },
});
