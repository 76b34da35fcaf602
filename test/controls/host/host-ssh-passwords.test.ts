import { hostSshPasswords } from '../../../src/controls/host/host-ssh-passwords.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [everybody] = compliantHost.ssh?.scopes ?? [];
const ssh = (...scopes: readonly object[]) => ({
  facts: { ssh: { scopes: scopes.map((scope) => ({ ...everybody, ...scope })) } },
});

describeControl(hostSshPasswords, compliantHost, {
  pass: {
    'a key and a password': ssh({ passwords: true, methods: ['publickey,password'] }),
    'a key and what PAM asks': ssh({
      keyboardInteractive: true,
      methods: ['publickey,keyboard-interactive:pam'],
    }),
    'keys alone': ssh({ methods: [] }),
    'a way that is closed': ssh({ methods: ['publickey', 'password'] }),
  },
  fail: {
    'nothing is set': ssh({ passwords: true, keyboardInteractive: true, methods: [] }),
    'a password among others': ssh({ passwords: true, methods: ['publickey', 'password'] }),
    'for some': ssh({}, { match: 'User backup', passwords: true, methods: [] }),
    'a password twice': ssh({ passwords: true, methods: ['password,password'] }),
    'no password at all': ssh({
      passwords: true,
      emptyPasswords: true,
      methods: ['publickey,password'],
    }),
  },
  notApplicable: { 'no server': { facts: { ssh: null } } },
  unknown: {
    'not read': { denied: ['/ssh'] },
    'a snapshot of an older release': { facts: { ssh: undefined } },
    'a password, and what PAM asks': ssh({
      passwords: true,
      keyboardInteractive: true,
      methods: ['password,keyboard-interactive'],
    }),
    'somebody of two groups': ssh(
      {},
      { match: 'Address 0.0.0.0/0', methods: [] },
      { match: 'User alice', passwords: true, methods: ['publickey,password'] },
    ),
    'PAM alone decides': ssh({ keyboardInteractive: true, methods: [] }),
    'PAM decides, as it is named': ssh({
      keyboardInteractive: true,
      methods: ['keyboard-interactive:pam'],
    }),
    'the ways were not read': { denied: ['/ssh/scopes/0/methods'] },
    'one was not read': {
      ...ssh({ methods: [] }),
      denied: ['/ssh/scopes/0/passwords'],
    },
    'another was not read': {
      ...ssh({ methods: [] }),
      denied: ['/ssh/scopes/0/keyboardInteractive'],
    },
    'whether empty ones do was not read': {
      ...ssh({ passwords: true, methods: ['publickey,password'] }),
      denied: ['/ssh/scopes/0/emptyPasswords'],
    },
  },
  says: { 'for some': 'Match User backup: A password is enough' },
});
