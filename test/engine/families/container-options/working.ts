import type { Container } from '../../harness/containers.ts';

/** How it works: root file system, health, logs, devices, what runs in it and what it changed. */
export const working: readonly Container[] = [
  {
    name: 'root-writable',
    options: '--tmpfs=/tmp --label=read-only=true',
    expect: { 'workload-read-only-root': 'fail' },
  },
  {
    name: 'root-read-only',
    options: '--read-only',
    expect: { 'workload-read-only-root': 'pass', 'workload-storage-bounded': 'pass' },
  },
  {
    name: 'root-read-only-false',
    options: '--read-only=false --volume=data:/data:ro',
    expect: { 'workload-read-only-root': 'fail' },
  },
  { name: 'health-none', expect: { 'workload-health-check': 'fail' } },
  {
    name: 'health-own',
    options: '--health-cmd=true',
    state: 'running',
    expect: { 'workload-health-check': 'pass' },
  },
  {
    name: 'health-of-image',
    image: 'example/healthy:1',
    expect: { 'workload-health-check': 'pass' },
  },
  {
    name: 'health-of-image-switched-off',
    image: 'example/healthy:1',
    options: '--no-healthcheck',
    expect: { 'workload-health-check': ['fail', 'switched off'] },
  },
  {
    name: 'health-switched-off-by-image',
    image: 'example/unhealthy:1',
    expect: { 'workload-health-check': 'fail' },
  },
  {
    name: 'health-own-over-image',
    image: 'example/unhealthy:1',
    options: '--health-cmd=true',
    expect: { 'workload-health-check': 'pass' },
  },
  { name: 'log-default', expect: { 'workload-log-rotation': 'fail' } },
  {
    name: 'log-bounded',
    options: '--log-opt=max-size=1m --log-opt=max-file=2',
    expect: { 'workload-log-rotation': 'pass' },
  },
  {
    name: 'log-files-alone',
    options: '--log-opt=max-file=1',
    expect: { 'workload-log-rotation': 'fail' },
  },
  {
    name: 'log-endless',
    options: '--log-opt=max-size=-1',
    expect: { 'workload-log-rotation': 'fail' },
  },
  {
    name: 'log-local',
    options: '--log-driver=local',
    expect: { 'workload-log-rotation': 'pass' },
  },
  {
    name: 'log-nowhere',
    options: '--log-driver=none',
    expect: { 'workload-log-rotation': 'not-applicable', 'workload-central-logging': 'fail' },
  },
  {
    name: 'log-syslog',
    options: '--log-driver=syslog',
    expect: {
      'workload-log-rotation': 'not-applicable',
      'workload-central-logging': ['unknown', 'is not known'],
    },
  },
  {
    name: 'log-syslog-elsewhere',
    options: '--log-driver=syslog --log-opt=syslog-address=udp://192.0.2.1:514',
    expect: { 'workload-central-logging': 'pass' },
  },
  {
    name: 'log-syslog-on-this-host',
    options: '--log-driver=syslog --log-opt=syslog-address=unixgram://{folder}/docker.sock',
    expect: { 'workload-central-logging': ['unknown', 'not known'] },
  },
  { name: 'device-none', expect: { 'workload-no-host-devices': 'pass' } },
  {
    name: 'device-given',
    options: '--device=/dev/full:/dev/harmless:r',
    expect: { 'workload-no-host-devices': ['fail', '/dev/full'] },
  },
  {
    name: 'device-by-rule',
    options: ['--device-cgroup-rule', 'b 8:* rwm'],
    expect: {
      'workload-no-host-devices': ['fail', 'b 8:* rwm'],
      'workload-no-device-cgroup-rules': ['fail', 'b 8:* rwm'],
    },
  },
  {
    name: 'device-by-narrow-rule',
    options: ['--device-cgroup-rule', 'c 188:0 r'],
    expect: { 'workload-no-device-cgroup-rules': 'pass' },
  },
  {
    name: 'files-untouched',
    state: 'running',
    expect: { 'workload-system-files-unchanged': 'pass' },
  },
  {
    name: 'files-of-its-own',
    inside: 'touch /srv/data /tmp/x',
    state: 'running',
    expect: { 'workload-system-files-unchanged': 'pass' },
  },
  {
    name: 'files-of-the-system',
    inside: 'touch /bin/implant',
    state: 'running',
    expect: { 'workload-system-files-unchanged': ['fail', '/bin/implant'] },
  },
  {
    name: 'files-changed-then-stopped',
    inside: 'touch /etc/passwd',
    state: 'stopped',
    expect: { 'workload-system-files-unchanged': 'not-applicable' },
  },
  {
    name: 'files-changed-then-paused',
    inside: 'echo x:x:0:0::/:/bin/sh >> /etc/passwd',
    state: 'paused',
    expect: { 'workload-system-files-unchanged': ['fail', '/etc/passwd'] },
  },
  {
    name: 'runs-one',
    state: 'running',
    expect: { 'workload-single-function': 'pass', 'workload-no-remote-shell': 'pass' },
  },
  {
    name: 'runs-two',
    image: 'example/several:1',
    command: ['sh', '-c', '(exec -a sleep /srv/web 99999) & exec -a sleep /srv/database 99999'],
    state: 'running',
    expect: { 'workload-single-function': ['fail', 'database, web'] },
  },
  {
    name: 'runs-one-twice',
    image: 'example/several:1',
    command: ['sh', '-c', '(exec -a sleep /srv/web 99999) & exec -a sleep /srv/web 99999'],
    state: 'running',
    expect: { 'workload-single-function': 'pass' },
  },
  {
    name: 'runs-supervisor',
    image: 'example/several:1',
    command: ['sh', '-c', 'exec -a sleep /srv/supervisord 99999'],
    state: 'running',
    expect: { 'workload-single-function': 'fail' },
  },
  {
    name: 'runs-sshd-by-another-name',
    image: 'example/several:1',
    command: ['sh', '-c', 'exec -a sleep /srv/sshd 99999'],
    state: 'running',
    expect: { 'workload-no-remote-shell': ['fail', 'sshd'] },
  },
  {
    name: 'sshd',
    options: '--label=sshd=yes --env=SSHD=sshd --hostname=sshd',
    command: ['sh', '-c', 'sleep 99999; echo sshd', '/usr/sbin/sshd', '-D'],
    state: 'running',
    expect: { 'workload-no-remote-shell': 'pass', 'workload-single-function': 'pass' },
  },
  {
    name: 'runs-what-it-fetches',
    command: ['sh', '-c', 'wget -qO- http://127.0.0.1:9/x | sh; sleep 99999'],
    expect: { 'workload-nothing-fetched-run': ['fail', 'Runs what it fetches'] },
  },
  {
    name: 'fetches-data',
    command: ['sh', '-c', 'wget -O /x.json https://data.example/x.json; sleep 99999'],
    expect: { 'workload-nothing-fetched-run': 'pass' },
  },
  {
    name: 'runs-nothing',
    image: 'example/several:1',
    command: ['/srv/sshd'],
    expect: {
      'workload-no-remote-shell': ['fail', 'Will start sshd'],
      'workload-single-function': 'not-applicable',
    },
  },
];
