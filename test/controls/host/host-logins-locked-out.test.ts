import { hostLoginsLockedOut } from '../../../src/controls/host/host-logins-locked-out.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [first] = compliantHost.pam?.logins ?? [];
const logins = (...changes: readonly object[]) => ({
  facts: { pam: { logins: changes.map((change) => ({ ...first, ...change })) } },
});

describeControl(hostLoginsLockedOut, compliantHost, {
  pass: {
    'until somebody unlocks it': logins({ lockedSeconds: 0 }),
    'after more failures, where that is accepted': {
      ...logins({ failuresAtMost: 10 }),
      params: { maxFailures: 10 },
    },
    'for a shorter time, where that is accepted': {
      ...logins({ lockedSeconds: 900 }),
      params: { minSeconds: 900 },
    },
  },
  fail: {
    'no lock': logins({ locks: false }),
    'one service without': logins({}, { service: 'sudo', locks: false }),
    'a failure more': logins({ failuresAtMost: 6 }),
    'a second less': logins({ lockedSeconds: 1799 }),
  },
  notApplicable: {
    'no PAM': { facts: { pam: null } },
    'no service that compares a password': { facts: { pam: { logins: [] } } },
  },
  unknown: {
    'not read': { denied: ['/pam'] },
    'one service was not read': { facts: {}, denied: ['/pam/logins/-'] },
    'a snapshot of an older release': { facts: { pam: undefined } },
  },
  says: {
    'one service without': 'sudo locks no account after failed logins',
    'a failure more': 'login locks an account after 6 failures; 5 are the most',
    'a second less': 'login locks an account for 1799 seconds; 1800 are the least',
  },
});
