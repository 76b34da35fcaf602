import type { HostCase } from './host-case.ts';

const narrow = 'host-sudo-docker-narrow';
const asks = 'host-sudo-password';
const passwd =
  'root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\nbob:x:1001:1001::/home/bob:/bin/sh\n';

/** A host with these rules beside those of root; bob is in the group of docker, 999. */
const sudo = (
  name: string,
  lines: string,
  expect: HostCase['expect'],
  more: Readonly<Record<string, string>> = {},
): HostCase => ({
  name: `sudo: ${name}`,
  files: { '/etc/sudoers': `root ALL=(ALL:ALL) ALL\n${lines}\n`, ...more },
  expect,
});

/** What sudo lets whom do, by sudoers(5). */
export const sudoCases: readonly HostCase[] = [
  sudo('(:docker)', 'alice ALL=(:docker) ALL', { [narrow]: ['fail', 'engine'] }),
  sudo('(:docker) one program', 'alice ALL=(:docker) /usr/bin/docker', { [narrow]: 'fail' }),
  sudo('(bob) in docker', 'alice ALL=(bob) ALL', { [narrow]: ['fail', 'engine'] }),
  sudo('(carol) not in docker', 'alice ALL=(carol) ALL', { [narrow]: 'pass' }),
  sudo('(bob) NOPASSWD', 'alice ALL=(bob) NOPASSWD: /bin/bash', { [asks]: 'fail' }),
  sudo('(:#999)', 'alice ALL=(:#999) NOPASSWD: ALL', { [narrow]: 'fail', [asks]: 'fail' }),
  sudo(
    '(#1001) who is bob',
    'alice ALL=(#1001) NOPASSWD: ALL',
    { [narrow]: 'fail', [asks]: 'fail' },
    { '/etc/passwd': passwd },
  ),
  sudo('(%docker)', 'alice ALL=(%docker) NOPASSWD: ALL', { [narrow]: 'fail', [asks]: 'fail' }),
  sudo('Runas_Alias', 'Runas_Alias OPS = bob\nalice ALL=(OPS) NOPASSWD: ALL', {
    [narrow]: 'fail',
    [asks]: 'fail',
  }),
  sudo('(ALL, !root)', 'alice ALL=(ALL, !root) NOPASSWD: ALL', { [asks]: 'fail' }),
  sudo('(nobody)', 'alice ALL=(nobody) NOPASSWD: ALL', { [asks]: 'pass', [narrow]: 'pass' }),
  sudo('(nobody:docker)', 'alice ALL=(nobody:docker) NOPASSWD: /usr/bin/docker', {
    [asks]: 'fail',
    [narrow]: 'fail',
  }),
  sudo('runas_default', 'Defaults runas_default=nobody\nalice ALL=NOPASSWD: ALL', {
    [asks]: 'pass',
  }),
  sudo(
    'group other name same gid',
    'alice ALL=(:moby) NOPASSWD: ALL',
    { [asks]: 'fail', [narrow]: 'fail' },
    { '/etc/group': 'root:x:0:\ndocker:x:999:bob\nmoby:x:999:\n' },
  ),
  sudo('negated command', 'alice ALL=(ALL) NOPASSWD: ALL, !/usr/bin/docker', { [asks]: 'fail' }),
  sudo(
    'alias with docker',
    'Cmnd_Alias DK = /usr/bin/docker, /usr/bin/ls\nalice ALL=NOPASSWD: DK',
    { [asks]: 'fail', [narrow]: 'fail' },
  ),
  sudo(
    'alias of aliases',
    'User_Alias A = alice, bob\nUser_Alias B = A, !bob\nCmnd_Alias X = Y\nCmnd_Alias Y = /usr/bin/docker ps\nB ALL=NOPASSWD: X',
    { [asks]: ['fail', 'alice'], [narrow]: 'pass' },
  ),
  sudo(
    'fixed arguments with a password',
    'alice ALL=(root) /usr/bin/docker compose -f /srv/a.yaml up -d',
    { [asks]: 'pass', [narrow]: 'pass' },
  ),
  sudo('docker ps star', 'alice ALL=(root) /usr/bin/docker ps *', { [narrow]: 'pass' }),
  sudo('docker exec star', 'alice ALL=(root) /usr/bin/docker exec * ls', { [narrow]: 'fail' }),
  sudo('no arguments', 'alice ALL=(root) /usr/bin/docker ""', { [narrow]: 'pass' }),
  sudo('!authenticate', 'Defaults !authenticate\nalice ALL=(ALL) ALL', { [asks]: 'fail' }),
  sudo('Defaults:bob !authenticate', 'Defaults:bob !authenticate\nalice ALL=(ALL) ALL', {
    [asks]: 'pass',
  }),
  sudo(
    'include',
    '@include /etc/more',
    { [asks]: 'fail' },
    { '/etc/more': '%dev ALL=NOPASSWD: ALL\n' },
  ),
  sudo(
    'includedir with dot and tilde',
    '#includedir /etc/sudoers.d',
    { [asks]: 'pass' },
    {
      '/etc/sudoers.d/a.conf': 'a ALL=NOPASSWD: ALL\n',
      '/etc/sudoers.d/b~': 'a ALL=NOPASSWD: ALL\n',
    },
  ),
  sudo(
    'includedir',
    '#includedir /etc/sudoers.d',
    { [asks]: 'fail' },
    { '/etc/sudoers.d/90-cloud': 'ubuntu ALL=(ALL) NOPASSWD:ALL\n' },
  ),
  sudo('later rule asks again', 'alice ALL=(ALL) NOPASSWD: ALL\nalice ALL=(ALL) PASSWD: ALL', {
    [asks]: 'pass',
  }),
  sudo(
    'PASSWD before and group after',
    'alice ALL=(ALL) PASSWD: ALL\n%ops ALL=(ALL) NOPASSWD: ALL',
    { [asks]: 'fail' },
  ),
  sudo('unlogged', 'Defaults !syslog\nalice ALL=(ALL) ALL', { 'host-sudo-logged': 'fail' }),
  sudo('logfile', 'Defaults logfile=/var/log/sudo.log\nalice ALL=(ALL) ALL', {
    'host-sudo-logged': 'pass',
  }),
  sudo('rootpw everybody', 'Defaults targetpw\nALL ALL=(ALL) ALL', {
    [narrow]: 'pass',
    [asks]: 'pass',
  }),
  sudo('everybody', 'ALL ALL=(ALL) ALL', { [narrow]: 'fail' }),
  sudo('root by number', '#0 ALL=(ALL) NOPASSWD: ALL', { [asks]: 'pass' }),
  sudo(
    'another uid 0',
    'toor ALL=(ALL) NOPASSWD: ALL',
    { 'host-root-logins': 'fail' },
    { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\ntoor:x:0:0::/root:/bin/sh\n' },
  ),
];
