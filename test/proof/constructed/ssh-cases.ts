import type { HostCase } from './host-case.ts';

/** A host with a server of SSH and this configuration. */
const ssh = (
  name: string,
  config: string,
  expect: HostCase['expect'],
  more: Readonly<Record<string, string>> = {},
): HostCase => ({
  name: `ssh: ${name}`,
  files: { '/etc/ssh/sshd_config': `${config}\n`, '/usr/sbin/sshd': 'x', ...more },
  expect,
});

/** How people get in, by sshd_config(5): the first word on a setting counts. */
export const sshCases: readonly HostCase[] = [
  ssh('defaults', 'UsePAM no', { 'host-ssh-root-login': 'fail', 'host-ssh-passwords': 'fail' }),
  ssh(
    'first wins',
    'PermitRootLogin no\nPermitRootLogin yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no',
    { 'host-ssh-root-login': 'pass', 'host-ssh-passwords': 'pass' },
  ),
  ssh(
    'include first',
    'Include /etc/ssh/sshd_config.d/*.conf\nPasswordAuthentication no\nPermitRootLogin no',
    { 'host-ssh-root-login': 'fail' },
    { '/etc/ssh/sshd_config.d/50.conf': 'PermitRootLogin yes\n' },
  ),
  ssh(
    'match root from',
    'PermitRootLogin no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nMatch Address 10.0.0.0/8\n  PermitRootLogin yes',
    { 'host-ssh-root-login': 'fail' },
  ),
  ssh(
    'match ends by all',
    'PasswordAuthentication no\nKbdInteractiveAuthentication no\nMatch User bob\nMatch all\nPermitRootLogin yes',
    { 'host-ssh-root-login': 'fail' },
  ),
  ssh(
    'equals and quotes',
    'PermitRootLogin="no"\npasswordauthentication=no\nChallengeResponseAuthentication no',
    { 'host-ssh-root-login': 'pass', 'host-ssh-passwords': 'pass' },
  ),
  ssh('weak cipher', 'Ciphers +3des-cbc', { 'host-ssh-cryptography': 'fail' }),
  ssh('users named', 'AllowGroups ssh-users', { 'host-ssh-users-named': 'pass' }),
  ssh(
    'match inside include ends there',
    'Include /etc/ssh/x.conf\nPermitRootLogin no\nPasswordAuthentication no\nKbdInteractiveAuthentication no',
    { 'host-ssh-root-login': 'pass' },
    { '/etc/ssh/x.conf': 'Match User bob\nPasswordAuthentication no\n' },
  ),
  ssh('root login forced commands', 'PermitRootLogin forced-commands-only', {
    'host-ssh-root-login': 'pass',
  }),
  ssh(
    'crlf',
    'PermitRootLogin no\r\nPasswordAuthentication no\r\nKbdInteractiveAuthentication no\r',
    { 'host-ssh-root-login': 'pass', 'host-ssh-passwords': 'pass' },
  ),
  ssh('upper case', 'PERMITROOTLOGIN NO', { 'host-ssh-root-login': 'pass' }),
  ssh('comment behind', 'PermitRootLogin no # never', { 'host-ssh-root-login': 'pass' }),
  ssh('two keywords', 'MaxAuthTries 3\nLoginGraceTime 1m', { 'host-ssh-logins-bounded': 'pass' }),
  ssh('grace 0', 'MaxAuthTries 3\nLoginGraceTime 0', { 'host-ssh-logins-bounded': 'fail' }),
  ssh(
    'public key and password',
    'PasswordAuthentication yes\nUsePAM no\nAuthenticationMethods publickey,password',
    { 'host-ssh-passwords': 'pass' },
  ),
  ssh('AllowUsers star', 'AllowUsers *', { 'host-ssh-users-named': 'fail' }),
  ssh(
    'include without match',
    'Include sshd_config.d/*.conf\n',
    { 'host-ssh-root-login': 'pass' },
    {
      '/etc/ssh/sshd_config.d/a.conf': 'PermitRootLogin no\n',
      '/etc/ssh/sshd_config.d/b.conf': 'PermitRootLogin yes\n',
    },
  ),
  ssh('broken', 'PermitRootLogin no\nFooBar yes', { 'host-ssh-root-login': 'unknown' }),
  { name: 'no ssh server', expect: { 'host-ssh-root-login': 'not-applicable' } },
];
