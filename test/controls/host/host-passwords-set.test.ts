import { hostPasswordsSet } from '../../../src/controls/host/host-passwords-set.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const states = (...list: readonly string[]) => ({
  facts: {
    passwords: { accounts: list.map((state, at) => ({ name: `a${at}`, state, maxDays: null })) },
  },
});

describeControl(hostPasswordsSet, compliantHost, {
  pass: { 'all are locked': states('locked', 'locked') },
  fail: { 'one has none': states('set', 'none') },
  unknown: {
    'not read': { denied: ['/passwords'] },
    'a snapshot of an older release': { facts: { passwords: undefined } },
  },
  says: { 'one has none': 'Accounts without a password: a1' },
});
