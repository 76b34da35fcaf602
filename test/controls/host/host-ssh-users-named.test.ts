import { hostSshUsersNamed } from '../../../src/controls/host/host-ssh-users-named.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [everybody] = compliantHost.ssh?.scopes ?? [];
const ssh = (...scopes: readonly object[]) => ({
  facts: { ssh: { scopes: scopes.map((scope) => ({ ...everybody, ...scope })) } },
});

describeControl(hostSshUsersNamed, compliantHost, {
  pass: {
    users: ssh({ allowed: ['ann', 'bob@10.0.0.*'] }),
    'everybody of some groups': ssh({ allowed: ['*', '%operators'] }),
  },
  fail: {
    'nobody is named': ssh({ allowed: [] }),
    'everybody is': ssh({ allowed: ['ann', '*'] }),
    'every group is': ssh({ allowed: ['%*'] }),
    'from everywhere': ssh({ allowed: ['*@*'] }),
    'for some': ssh({}, { match: 'Address 10.0.0.0/8', allowed: [] }),
  },
  notApplicable: { 'no server': { facts: { ssh: null } } },
  unknown: {
    'not read': { denied: ['/ssh'] },
    'a snapshot of an older release': { facts: { ssh: undefined } },
    'names were not read': { denied: ['/ssh/scopes/0/allowed'] },
  },
  says: { 'for some': 'Match Address 10.0.0.0/8: AllowUsers and AllowGroups name nobody' },
});
