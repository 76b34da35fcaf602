import { hostAuditRefusedAccess } from '../../../src/controls/host/host-audit-refused-access.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const all = compliantHost.audit.calls ?? [];
const [one] = all;
const calls = (...changes: readonly object[]) => ({
  facts: { audit: { calls: changes.map((change) => ({ ...one, ...change })) } },
});

describeControl(hostAuditRefusedAccess, compliantHost, {
  pass: {
    'every failure of either': calls({ outcome: 'failed' }),
    'every call': calls({ calls: ['all'], outcome: 'any', bits: 'both' }),
    'on a processor that has no open': {
      ...calls({ calls: ['openat'], outcome: 'failed' }),
      params: { calls: ['openat'] },
    },
    'in the rule files': { facts: { audit: { state: 'files' } } },
  },
  fail: {
    'no rule': calls(),
    'one error alone': calls({ outcome: 'EACCES' }),
    'one call alone': calls({ calls: ['openat'], outcome: 'failed' }),
    'programs of 32 bits alone': calls({ outcome: 'failed', bits: '32' }),
    'what runs as root alone': calls({ outcome: 'failed', raised: true }),
  },
  unknown: {
    'not read': { denied: ['/audit/calls'] },
    'a snapshot of an older release': { facts: { audit: { calls: undefined } } },
    'a rule that may keep others silent': {
      facts: { audit: { calls: [] } },
      denied: ['/audit/calls/-'],
    },
  },
  says: {
    'one error alone': 'No audit rule records refusals of open (EPERM), openat (EPERM)',
    'in the rule files': 'The rule files say so; what the kernel has loaded was not read',
  },
});
