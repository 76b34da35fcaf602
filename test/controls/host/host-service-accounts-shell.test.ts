import { hostServiceAccountsShell } from '../../../src/controls/host/host-service-accounts-shell.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const account = (changes: object) => ({
  facts: {
    accounts: [{ name: 'postgres', uid: 110, gid: 110, shell: '/usr/sbin/nologin', ...changes }],
  },
});

describeControl(hostServiceAccountsShell, compliantHost, {
  pass: {
    'one that ends at once': account({ shell: '/bin/false' }),
    'one that only syncs': account({ name: 'sync', shell: '/bin/sync' }),
    'one that is allowed': {
      ...account({ shell: '/bin/bash' }),
      params: { allowed: ['postgres'] },
    },
    'a person below, where people begin lower': {
      facts: {
        accounts: [
          { name: 'li', uid: 500, gid: 500, shell: '/bin/bash' },
          { name: 'www', uid: 33, gid: 33, shell: '/usr/sbin/nologin' },
        ],
      },
      params: { firstPerson: 500 },
    },
  },
  fail: {
    'a shell': account({ shell: '/bin/bash' }),
    'none, which is one': account({ shell: '' }),
    nobody: account({ name: 'nobody', uid: 65_534, shell: '/bin/sh' }),
  },
  notApplicable: {
    'people alone': account({ uid: 1000, shell: '/bin/bash' }),
    'no accounts': { facts: { accounts: [] } },
  },
  unknown: {
    'not read': { denied: ['/accounts'] },
    'a snapshot of an older release': account({ shell: undefined }),
  },
  says: {
    'a shell': 'postgres has the shell /bin/bash',
    'none, which is one': 'postgres has the shell /bin/sh',
  },
});
