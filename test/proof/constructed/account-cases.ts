import type { HostCase } from './host-case.ts';

const members = 'host-docker-group';
const passwd =
  'root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\nbob:x:1001:1001::/home/bob:/bin/sh\n';
const bind = `python3 -c "import socket; socket.socket(socket.AF_UNIX).bind('run/docker.sock')"`;

/** Accounts, groups and the socket of an engine, by passwd(5), group(5) and shadow(5). */
export const accountCases: readonly HostCase[] = [
  {
    name: 'group by other name',
    files: { '/etc/group': 'root:x:0:\ndocker:x:999:\nmoby:x:999:carol\n', '/etc/passwd': passwd },
    expect: { [members]: ['fail', 'carol'] },
  },
  {
    name: 'group primary',
    files: {
      '/etc/group': 'root:x:0:\ndocker:x:999:\n',
      '/etc/passwd': passwd + 'dora:x:1002:999::/:/bin/sh\n',
    },
    expect: { [members]: ['fail', 'dora'] },
  },
  {
    name: 'group empty',
    files: { '/etc/group': 'root:x:0:\ndocker:x:999:\n', '/etc/passwd': passwd },
    expect: { [members]: 'pass' },
  },
  {
    name: 'group root only',
    files: { '/etc/group': 'root:x:0:\ndocker:x:999:root\n', '/etc/passwd': passwd },
    expect: { [members]: 'pass' },
  },
  {
    name: 'group docker twice',
    files: { '/etc/group': 'docker:x:999:\nother:x:1:\ndocker:x:998:eve\n', '/etc/passwd': passwd },
    expect: { [members]: ['fail', 'eve'] },
  },
  {
    name: 'no docker group, socket of staff',
    files: { '/etc/group': 'root:x:0:\nstaff:x:50:eve\n', '/etc/passwd': passwd },
    expect: { [members]: 'not-applicable' },
  },
  {
    name: 'uid 0 twice',
    files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nbackup:x:0:34::/:/usr/sbin/nologin\n' },
    expect: { 'host-root-logins': ['fail', 'backup'] },
  },
  {
    name: 'uid 00',
    files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nx:x:00:34::/:/bin/sh\n' },
    expect: { 'host-root-logins': 'fail' },
  },
  {
    name: 'uid comment',
    files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n#x:x:0:34::/:/bin/sh\n' },
    expect: { 'host-root-logins': 'pass' },
  },
  {
    name: 'root with uid of its own',
    files: { '/etc/passwd': 'admin:x:0:0::/root:/bin/sh\nroot:x:5:5::/root:/bin/sh\n' },
    expect: { 'host-root-logins': 'fail' },
  },
  {
    name: 'shadow forms locked',
    files: {
      '/etc/passwd': passwd,
      '/etc/shadow': 'root:!:1::::::\nalice:!!:1::::::\nbob:*:1::::::\n',
    },
    expect: { 'host-passwords-set': 'pass' },
  },
  {
    name: 'shadow empty',
    files: {
      '/etc/passwd': passwd,
      '/etc/shadow': 'root:*:1::::::\nalice::1::::::\nbob:!*:1::::::\n',
    },
    expect: { 'host-passwords-set': ['fail', 'alice'] },
  },
  {
    name: 'passwd empty field',
    files: {
      '/etc/passwd': 'root:x:0:0::/root:/bin/sh\ncarol::1003:1003::/:/bin/sh\n',
      '/etc/shadow': 'root:*:1::::::\n',
    },
    expect: { 'host-passwords-set': ['fail', 'carol'] },
  },
  {
    name: 'hash locked with one mark',
    files: {
      '/etc/passwd': passwd,
      '/etc/shadow':
        'root:*:1::::::\nalice:!$y$j9T$abc$abcdefghijk:1:0:99999:7:::\nbob:$6$x$abcdefghijklmn:1:0:90:7:::\n',
    },
    expect: { 'host-passwords-set': 'pass' },
  },
  {
    name: 'password age never',
    files: {
      '/etc/passwd': passwd,
      '/etc/shadow':
        'root:*:1::::::\nalice:$6$x$abcdefghijklmn:1:0:99999:7:::\nbob:$6$x$abcdefghijklmn:1:0:90:7:::\n',
    },
    expect: { 'host-password-age': 'fail' },
  },
  {
    name: 'subids overlap',
    files: {
      '/etc/passwd': passwd,
      '/etc/subuid': 'alice:100000:65536\nbob:120000:65536\n',
      '/etc/subgid': 'alice:100000:65536\nbob:200000:65536\n',
    },
    expect: { 'host-subordinate-ids': 'fail' },
  },
  {
    name: 'subids over real users',
    files: {
      '/etc/passwd': passwd,
      '/etc/subuid': 'alice:1000:65536\n',
      '/etc/subgid': 'alice:100000:65536\n',
    },
    expect: { 'host-subordinate-ids': 'fail' },
  },
  {
    name: 'service account with a shell',
    files: { '/etc/passwd': passwd + 'www:x:33:33::/:/bin/bash\n' },
    expect: { 'host-service-accounts-shell': ['fail', 'www'] },
  },
  {
    name: 'service accounts without',
    files: {
      '/etc/passwd':
        passwd +
        'www:x:33:33::/:/usr/sbin/nologin\nsync:x:4:65534::/bin:/bin/sync\nnobody:x:65534:65534::/:/sbin/nologin\n',
    },
    expect: { 'host-service-accounts-shell': 'pass' },
  },
  {
    name: 'service account with an empty shell',
    files: { '/etc/passwd': passwd + 'www:x:33:33::/:\n' },
    expect: { 'host-service-accounts-shell': 'fail' },
  },
  {
    name: 'socket of another group',
    files: { '/etc/group': 'root:x:0:\nstaff:x:50:eve\n', '/etc/passwd': passwd, '/run/x': '' },
    links: { '/var/run': '/run' },
    shell: `${bind}; chown 0:50 run/docker.sock; chmod 660 run/docker.sock`,
    expect: {
      [members]: ['fail', 'eve'],
      'host-engine-socket-mode': 'pass',
      'host-engine-socket-owner': 'fail',
    },
  },
  {
    name: 'socket open to all',
    files: { '/etc/passwd': passwd, '/run/x': '' },
    links: { '/var/run': '/run' },
    shell: `${bind}; chown 0:999 run/docker.sock; chmod 666 run/docker.sock`,
    expect: { 'host-engine-socket-mode': 'fail', 'host-engine-socket-owner': 'pass' },
  },
  {
    name: 'socket of the group docker, by its number under another name',
    files: {
      '/etc/group': 'root:x:0:\nmoby:x:999:\ndocker:x:999:\n',
      '/etc/passwd': passwd,
      '/run/x': '',
    },
    links: { '/var/run': '/run' },
    shell: `${bind}; chown 0:999 run/docker.sock; chmod 660 run/docker.sock`,
    expect: { 'host-engine-socket-owner': 'pass', [members]: 'pass' },
  },
];
