import { hostAuditRaisedPrograms } from '../../../src/controls/host/host-audit-raised-programs.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watches = (...paths: readonly string[]) => ({
  calls: [],
  watches: paths.map((path) => ({
    path,
    permissions: 'x',
    file: '/etc/audit/audit.rules',
    line: 1,
  })),
});
const execve = {
  calls: ['execve'],
  bits: '64',
  outcome: 'any',
  raised: false,
  file: '/etc/audit/audit.rules',
  line: 1,
};

describeControl(hostAuditRaisedPrograms, compliantHost, {
  pass: {
    'a rule on each': { facts: { audit: watches('/usr/bin/sudo', '/usr/bin/su') } },
    'in the rule files': { facts: { audit: { state: 'files' } } },
    'a rule on the folder': { facts: { audit: watches('/usr/bin') } },
    'a rule on every start of a program': { facts: { audit: { calls: [execve], watches: [] } } },
  },
  fail: {
    'no rule': { facts: { audit: watches() } },
    'a rule on one': { facts: { audit: watches('/usr/bin/sudo') } },
    'changes alone': {
      facts: {
        audit: { ...watches(), watches: [{ ...watches('/usr').watches[0], permissions: 'wa' }] },
      },
    },
    'programs of 32 bits alone': {
      facts: { audit: { watches: [], calls: [{ ...execve, bits: '32' }] } },
    },
    'starts that fail alone': {
      facts: { audit: { watches: [], calls: [{ ...execve, outcome: 'failed' }] } },
    },
  },
  notApplicable: { 'there is none': { facts: { raisedPrograms: [] } } },
  unknown: {
    'the programs were not read': { denied: ['/raisedPrograms'] },
    'the rules were not read': { denied: ['/audit/calls'] },
    'a snapshot of an older release': { facts: { raisedPrograms: undefined } },
    'rules of a snapshot of an older release': { facts: { audit: { calls: undefined } } },
  },
  says: {
    'in the rule files': 'The rule files say so; what the kernel has loaded was not read',
    'a rule on one': 'No audit rule records the start of /usr/bin/su',
  },
});
