import { hostAuditLogWatched } from '../../../src/controls/host/host-audit-log-watched.ts';
import { compliantHost, silenced } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions: string) => ({
  facts: {
    audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
  },
});

describeControl(hostAuditLogWatched, compliantHost, {
  pass: {
    'a folder above': watch('/var/log', 'rwxa'),
    'in the rule files': { facts: { audit: { state: 'files' } } },
  },
  fail: {
    'a rule before it keeps it silent': { facts: silenced },
    'no rule': { facts: { audit: { watches: [] } } },
    'changes alone': watch('/var/log/audit', 'wa'),
    'reading alone': watch('/var/log/audit', 'r'),
    'the file of today alone': watch('/var/log/audit/audit.log', 'rwa'),
  },
  notApplicable: { 'no log': { facts: { auditLog: [] } } },
  unknown: {
    'the rules were not read': { denied: ['/audit/watches'] },
    'the log was not read': { denied: ['/auditLog'] },
    'a snapshot of an older release': { facts: { auditLog: undefined } },
  },
  says: {
    'in the rule files': 'The rule files say so; what the kernel has loaded was not read',
    'no rule': 'No audit rule records who reads and changes /var/log/audit',
  },
});
