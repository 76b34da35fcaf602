import { hostPasswordAge } from '../../../src/controls/host/host-password-age.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const accounts = (...list: readonly object[]) => ({
  facts: {
    passwords: {
      accounts: list.map((each) => ({ name: 'li', state: 'set', maxDays: 90, ...each })),
    },
  },
});

describeControl(hostPasswordAge, compliantHost, {
  pass: {
    'a locked one has no age': accounts({}, { name: 'root', state: 'locked', maxDays: null }),
    'older, where that is accepted': {
      ...accounts({ maxDays: 365 }),
      params: { maxDays: 365 },
    },
  },
  fail: {
    'a day more': accounts({ maxDays: 91 }),
    'any age': accounts({ maxDays: null }),
    'one of two': accounts({}, { name: 'wang', maxDays: 99_999 }),
    'new accounts': { facts: { passwords: { newMaxDays: 99_999 } } },
    'new accounts without a bound': { facts: { passwords: { newMaxDays: null } } },
  },
  notApplicable: {
    'nobody has one': accounts({ state: 'locked' }),
  },
  unknown: {
    'not read': { denied: ['/passwords'] },
    'what new accounts get was not read': { denied: ['/passwords/newMaxDays'] },
    'a snapshot of an older release': { facts: { passwords: undefined } },
  },
  says: {
    'any age': 'The password of li may stay for any number of days; 90 are the most',
    'one of two': 'The password of wang may stay for 99999 days; 90 are the most',
    'new accounts': 'Passwords of new accounts may stay for 99999 days',
  },
});
