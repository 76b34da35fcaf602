import type { HostCase } from './host-case.ts';

const file = 'host-audit-daemon-config';
const folder = 'host-audit-docker-config';

/** A host with a daemon.json and these rules. */
const audit = (name: string, rules: string, expect: HostCase['expect']): HostCase => ({
  name: `audit: ${name}`,
  files: { '/etc/audit/rules.d/a.rules': `${rules}\n`, '/etc/docker/daemon.json': '{}\n' },
  expect,
});

/** What audit rules record, by auditctl(8): of those that an event meets the first decides. */
export const auditCases: readonly HostCase[] = [
  audit('plain', '-w /etc/docker -p wa -k d', { [file]: 'pass', [folder]: 'pass' }),
  audit('file only', '-w /etc/docker/daemon.json -p wa', { [file]: 'pass', [folder]: 'fail' }),
  audit('reads only', '-w /etc/docker -p r', { [file]: 'fail' }),
  audit(
    'never file inside a watched folder',
    '-a never,exit -F path=/etc/docker/daemon.json\n-w /etc/docker -p wa',
    { [file]: 'fail' },
  ),
  audit('never folder inside a watched folder', '-a never,exit -F dir=/etc/docker\n-w /etc -p wa', {
    [file]: 'fail',
    [folder]: 'fail',
  }),
  audit(
    'never file after the watch',
    '-w /etc/docker -p wa\n-a never,exit -F path=/etc/docker/daemon.json',
    { [file]: 'pass' },
  ),
  audit('never in front', '-w /etc/docker -p wa\n-A never,exit -F path=/etc/docker/daemon.json', {
    [file]: 'fail',
  }),
  audit('never another file', '-a never,exit -F path=/etc/docker/key.json\n-w /etc/docker -p wa', {
    [file]: 'pass',
  }),
  audit('never of services', '-a never,exit -F auid=-1\n-w /etc/docker -p wa', { [file]: 'pass' }),
  audit('never for one person', '-a never,exit -F auid=1000\n-w /etc/docker -p wa', {
    [file]: 'unknown',
  }),
  audit('-a never all', '-a never,task\n-w /etc/docker -p wa', { [file]: 'fail' }),
  audit('-e 0', '-w /etc/docker -p wa\n-e 0', { [file]: 'fail' }),
  audit('-D after', '-w /etc/docker -p wa\n-D', { [file]: 'pass' }),
  audit('-W', '-w /etc/docker -p wa\n-W /etc/docker -p wa', { [file]: 'fail' }),
  audit('wrong line', '-w /etc/docker -p wa\n-w', { [file]: 'unknown' }),
  audit('exit,always', '-a exit,always -F dir=/etc/docker -F perm=wa', { [file]: 'pass' }),
  audit('auid narrowed', '-a always,exit -F dir=/etc/docker -F perm=wa -F auid=1000', {
    [file]: 'fail',
  }),
  audit('locked', '-w /etc/docker -p wa\n-e 2', { 'host-audit-rules-locked': 'pass' }),
  audit('locked early', '-e 2\n-w /etc/docker -p wa', {
    'host-audit-rules-locked': 'pass',
    [file]: 'pass',
  }),
  {
    name: 'audit link',
    files: {
      '/etc/audit/rules.d/a.rules': '-w /etc/docker-link -p wa\n',
      '/etc/docker/daemon.json': '{}',
    },
    links: { '/etc/docker-link': 'docker' },
    expect: { [file]: 'pass', [folder]: 'pass' },
  },
  {
    name: 'audit daemon.json is a link',
    files: {
      '/etc/audit/rules.d/a.rules': '-w /etc/docker -p wa\n',
      '/srv/daemon.json': '{}',
      '/etc/docker/x': '',
    },
    links: { '/etc/docker/daemon.json': '/srv/daemon.json' },
    expect: { [file]: ['fail', '/srv/daemon.json'] },
  },
  {
    name: 'audit through var-run',
    files: {
      '/etc/audit/rules.d/a.rules':
        '-w /var/run/docker.sock -p wa\n-w /usr/lib/systemd/system/docker.service -p wa\n',
      '/usr/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n',
    },
    links: { '/var/run': '/run', '/lib': 'usr/lib' },
    expect: { 'host-audit-docker-service': 'pass' },
  },
  {
    name: 'audit service by /lib',
    files: {
      '/etc/audit/rules.d/a.rules': '-w /lib/systemd/system/docker.service -p wa\n',
      '/usr/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n',
    },
    links: { '/lib': 'usr/lib' },
    expect: { 'host-audit-docker-service': 'pass' },
  },
];
