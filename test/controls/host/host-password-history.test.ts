import { hostPasswordHistory } from '../../../src/controls/host/host-password-history.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [first] = compliantHost.pam?.changes ?? [];
const remembered = (count: number) => ({
  facts: { pam: { changes: [{ ...first, remembered: count }] } },
});

describeControl(hostPasswordHistory, compliantHost, {
  pass: {
    'just as many': remembered(4),
    'fewer, where that is accepted': { ...remembered(2), params: { min: 2 } },
  },
  fail: { 'one less': remembered(3), none: remembered(0) },
  notApplicable: {
    'no PAM': { facts: { pam: null } },
    'nothing that changes passwords': { facts: { pam: { changes: [] } } },
  },
  unknown: {
    'not read': { denied: ['/pam'] },
    'a snapshot of an older release': { facts: { pam: undefined } },
  },
  says: { 'one less': 'passwd remembers 3 passwords; 4 are the least' },
});
