import { hostSshLoginsBounded } from '../../../src/controls/host/host-ssh-logins-bounded.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [everybody] = compliantHost.ssh?.scopes ?? [];
const ssh = (...scopes: readonly object[]) => ({
  facts: { ssh: { scopes: scopes.map((scope) => ({ ...everybody, ...scope })) } },
});

describeControl(hostSshLoginsBounded, compliantHost, {
  pass: {
    'exactly as much': ssh({ triesAtMost: 4, graceSeconds: 60 }),
    'more, where that is accepted': {
      ...ssh({ triesAtMost: 6, graceSeconds: 120 }),
      params: { maxTries: 6, maxSeconds: 120 },
    },
  },
  fail: {
    'one try more': ssh({ triesAtMost: 5 }),
    'a second more': ssh({ graceSeconds: 61 }),
    'any time': ssh({ graceSeconds: 0 }),
    'for some': ssh({}, { match: 'User backup', triesAtMost: 20 }),
  },
  notApplicable: { 'no server': { facts: { ssh: null } } },
  unknown: {
    'not read': { denied: ['/ssh'] },
    'a snapshot of an older release': { facts: { ssh: undefined } },
    'tries were not read': { denied: ['/ssh/scopes/0/triesAtMost'] },
    'time was not read': { denied: ['/ssh/scopes/0/graceSeconds'] },
  },
  says: { 'any time': 'A login may take any time' },
});
