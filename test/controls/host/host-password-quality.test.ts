import { hostPasswordQuality } from '../../../src/controls/host/host-password-quality.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [first] = compliantHost.pam?.changes ?? [];
const change = (changed: object) => ({ facts: { pam: { changes: [{ ...first, ...changed }] } } });

describeControl(hostPasswordQuality, compliantHost, {
  pass: {
    'just as long': change({ minLength: 12 }),
    'kinds left out, where that is accepted': {
      ...change({ minKinds: 0 }),
      params: { minKinds: 0 },
    },
    'shorter, where that is accepted': { ...change({ minLength: 8 }), params: { minLength: 8 } },
  },
  fail: {
    'a character less': change({ minLength: 11 }),
    'any length': change({ minLength: 0, minKinds: 0 }),
    'a kind less': change({ minKinds: 2 }),
  },
  notApplicable: {
    'no PAM': { facts: { pam: null } },
    'nothing that changes passwords': { facts: { pam: { changes: [] } } },
  },
  unknown: {
    'not read': { denied: ['/pam'] },
    'a snapshot of an older release': { facts: { pam: undefined } },
  },
  says: {
    'any length': 'passwd takes passwords of any length',
    'a character less': 'passwd takes passwords of 11 characters; 12 are the least',
    'a kind less': 'passwd asks for 2 kinds of characters; 3 are the least',
  },
});
