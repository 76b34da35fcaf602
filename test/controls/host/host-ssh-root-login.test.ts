import { hostSshRootLogin } from '../../../src/controls/host/host-ssh-root-login.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [everybody] = compliantHost.ssh?.scopes ?? [];
const ssh = (...scopes: readonly object[]) => ({
  facts: { ssh: { scopes: scopes.map((scope) => ({ ...everybody, ...scope })) } },
});

describeControl(hostSshRootLogin, compliantHost, {
  pass: {
    'one command for each key': ssh({ rootLogin: 'forced-commands-only' }),
    'keys, where that is accepted': {
      ...ssh({ rootLogin: 'prohibit-password' }),
      params: { allowed: ['prohibit-password'] },
    },
  },
  fail: {
    'with a password': ssh({ rootLogin: 'yes' }),
    'with a key': ssh({ rootLogin: 'prohibit-password' }),
    'for some': ssh({}, { match: 'Address 10.0.0.0/8', rootLogin: 'yes' }),
  },
  notApplicable: { 'no server': { facts: { ssh: null } } },
  unknown: {
    'not read': { denied: ['/ssh'] },
    'a snapshot of an older release': { facts: { ssh: undefined } },
    'a value of it': { denied: ['/ssh/scopes/0/rootLogin'] },
  },
  says: { 'for some': 'Match Address 10.0.0.0/8: PermitRootLogin is yes' },
});
