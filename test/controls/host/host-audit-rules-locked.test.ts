import { hostAuditRulesLocked } from '../../../src/controls/host/host-audit-rules-locked.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(hostAuditRulesLocked, compliantHost, {
  pass: {
    'in the rule files, where nothing more could be read': { facts: { audit: { state: 'files' } } },
  },
  fail: {
    'not locked': { facts: { audit: { locked: false } } },
    'not in the files either': { facts: { audit: { locked: false, state: 'files' } } },
  },
  notApplicable: { 'no audit': { facts: { audit: { state: 'absent', locked: false } } } },
  unknown: { 'not read': { denied: ['/audit/locked'] } },
});
