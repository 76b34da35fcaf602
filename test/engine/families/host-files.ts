import type { Expectation, Expected, Family, Row } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';

const host = (expect: Expected): readonly Row[] => [{ kind: 'host', expect }];

/** A stage in which only files differ, so that the engine need not be asked. */
const files = (name: string, shell: string, expect: Expected): HostStage => ({
  name,
  before: shell,
  targets: ['host:/'],
  rows: host(expect),
});

const sudoers = (name: string, lines: string, expected: Expectation | Expected): HostStage =>
  files(
    `sudoers: ${name}`,
    `rm -rf /etc/sudoers.d && mkdir /etc/sudoers.d
    cat > /etc/sudoers <<'END'\nroot ALL=(ALL) ALL\n@includedir /etc/sudoers.d\n${lines}\nEND`,
    typeof expected === 'string' || isPair(expected)
      ? { 'host-sudo-password': expected }
      : expected,
  );

const isPair = (expected: Expectation | Expected): expected is Exclude<Expectation, string> =>
  Array.isArray(expected);

const stages: readonly HostStage[] = [
  {
    name: 'as an engine leaves it',
    before: `sed -i /^docker:/d /etc/group && echo 'docker:x:995:' >> /etc/group
      printf 'root ALL=(ALL) ALL\\n' > /etc/sudoers && rm -rf /etc/sudoers.d /etc/audit
      mount -t tmpfs tmpfs /boot && touch /boot/vmlinuz-$(uname -r)`,
    start: [],
    rows: host({
      'host-engine-socket-mode': 'pass',
      'host-engine-socket-owner': 'pass',
      'host-containerd-socket-mode': 'pass',
      'host-containerd-socket-owner': 'pass',
      'host-docker-directory-mode': 'pass',
      'host-docker-directory-owner': 'pass',
      'host-daemon-config-mode': 'not-applicable',
      'host-daemon-config-owner': 'not-applicable',
      'host-docker-service-mode': 'pass',
      'host-docker-service-owner': 'pass',
      'host-registry-certificates-mode': 'not-applicable',
      'host-tls-key-mode': 'not-applicable',
      'host-docker-group': 'pass',
      'host-sudo-password': 'pass',
      'host-kernel-rebooted': 'pass',
      'host-data-root-separate': ['fail', 'same file system'],
    }),
  },
  {
    name: 'a disk of its own for the data root',
    before: 'mount -t tmpfs tmpfs /var/lib/docker',
    rows: host({ 'host-data-root-separate': 'pass' }),
  },
  files(
    'everything too open',
    `chmod 666 /run/docker.sock && chown 33:33 /run/docker.sock
    chmod 662 /run/docker/containerd/containerd.sock && chown 0:33 /run/docker/containerd/containerd.sock
    chmod 777 /etc/docker && chown 33:0 /etc/docker
    echo '{}' > /etc/docker/daemon.json && chmod 602 /etc/docker/daemon.json
    chown 0:33 /etc/docker/daemon.json
    mkdir -p /etc/systemd/system && echo > /etc/systemd/system/docker.service
    chmod 755 /etc/systemd/system/docker.service && chown 33 /etc/systemd/system/docker.service
    mkdir -p /etc/docker/certs.d/r.example && echo > /etc/docker/certs.d/r.example/ca.crt
    chmod 646 /etc/docker/certs.d/r.example/ca.crt
    mkdir -p /etc/containerd /etc/sysconfig
    for file in containerd/config.toml default/docker sysconfig/docker systemd/system/docker.socket; do
      echo > /etc/$file && chmod 646 /etc/$file && chown 33:33 /etc/$file
    done`,
    {
      'host-engine-socket-mode': ['fail', '0666'],
      'host-engine-socket-owner': 'fail',
      'host-containerd-socket-mode': ['fail', '0662'],
      'host-containerd-socket-owner': 'fail',
      'host-docker-directory-mode': 'fail',
      'host-docker-directory-owner': 'fail',
      // As a number it is less than 0644.
      'host-daemon-config-mode': ['fail', '0602'],
      'host-daemon-config-owner': 'fail',
      'host-docker-service-mode': ['fail', '0755'],
      'host-docker-service-owner': 'fail',
      'host-registry-certificates-mode': 'fail',
      'host-containerd-config-mode': ['fail', '0646'],
      'host-containerd-config-owner': 'fail',
      'host-docker-defaults-mode': ['fail', '0646'],
      'host-docker-defaults-owner': 'fail',
      'host-docker-sysconfig-mode': ['fail', '0646'],
      'host-docker-sysconfig-owner': 'fail',
      'host-docker-socket-unit-mode': ['fail', '0646'],
      'host-docker-socket-unit-owner': 'fail',
    },
  ),
  files(
    'everything closed',
    `chmod 600 /run/docker.sock && chown 0:995 /run/docker.sock
    chmod 600 /run/docker/containerd/containerd.sock && chown 0:0 /run/docker/containerd/containerd.sock
    chmod 700 /etc/docker && chown 0:0 /etc/docker
    chmod 400 /etc/docker/daemon.json && chown 0:0 /etc/docker/daemon.json
    chmod 600 /etc/systemd/system/docker.service && chown 0:0 /etc/systemd/system/docker.service
    chmod 400 /etc/docker/certs.d/r.example/ca.crt
    for file in containerd/config.toml default/docker sysconfig/docker systemd/system/docker.socket; do
      chmod 600 /etc/$file && chown 0:0 /etc/$file
    done`,
    {
      'host-engine-socket-mode': 'pass',
      'host-engine-socket-owner': 'pass',
      'host-containerd-socket-mode': 'pass',
      'host-containerd-socket-owner': 'pass',
      'host-docker-directory-mode': 'pass',
      'host-docker-directory-owner': 'pass',
      'host-daemon-config-mode': 'pass',
      'host-daemon-config-owner': 'pass',
      'host-docker-service-mode': 'pass',
      'host-docker-service-owner': 'pass',
      'host-registry-certificates-mode': 'pass',
      'host-containerd-config-mode': 'pass',
      'host-containerd-config-owner': 'pass',
      'host-docker-defaults-mode': 'pass',
      'host-docker-defaults-owner': 'pass',
      'host-docker-sysconfig-mode': 'pass',
      'host-docker-sysconfig-owner': 'pass',
      'host-docker-socket-unit-mode': 'pass',
      'host-docker-socket-unit-owner': 'pass',
    },
  ),
  files(
    'a drop-in and a set-group-id file',
    `mkdir -p /etc/systemd/system/docker.service.d && echo > /etc/systemd/system/docker.service.d/x.conf
    chmod 666 /etc/systemd/system/docker.service.d/x.conf
    chmod 2644 /etc/docker/daemon.json`,
    {
      'host-unit-drop-ins-mode': ['fail', 'x.conf'],
      'host-daemon-config-mode': 'fail',
    },
  ),
  files(
    'a drop-in for root alone',
    'chmod 644 /etc/systemd/system/docker.service.d/x.conf && chmod 644 /etc/docker/daemon.json',
    { 'host-unit-drop-ins-mode': 'pass', 'host-daemon-config-mode': 'pass' },
  ),
  files(
    'a link, judged by where it leads',
    `rm -r /etc/systemd/system/docker.service.d && mv /etc/docker/daemon.json /etc/docker-real.json
    chmod 666 /etc/docker-real.json && ln -s /etc/docker-real.json /etc/docker/daemon.json`,
    { 'host-daemon-config-mode': ['fail', '0666'], 'host-docker-service-mode': 'pass' },
  ),
  files(
    'members of docker',
    "sed -i 's/^docker:.*/docker:x:995:mallory/' /etc/group && rm /etc/docker/daemon.json",
    { 'host-docker-group': ['fail', 'mallory'] },
  ),
  files(
    'a member by primary group',
    `sed -i 's/^docker:.*/docker:x:995:/' /etc/group
    echo 'trudy:x:1555:995::/home/trudy:/bin/sh' >> /etc/passwd`,
    { 'host-docker-group': ['fail', 'trudy'] },
  ),
  files(
    'the socket in another group',
    `sed -i /^trudy:/d /etc/passwd && echo 'operators:x:996:oscar' >> /etc/group
    chgrp 996 /run/docker.sock && chmod 660 /run/docker.sock`,
    { 'host-docker-group': ['fail', 'oscar'], 'host-engine-socket-owner': 'fail' },
  ),
  files(
    'root alone in docker, and groups that are called alike',
    `sed -i 's/^docker:.*/docker:x:995:root/' /etc/group && chgrp 995 /run/docker.sock
    echo 'dockers:x:997:peggy' >> /etc/group && echo 'notdocker:x:998:victor' >> /etc/group`,
    { 'host-docker-group': 'pass', 'host-engine-socket-owner': 'pass' },
  ),
  files('a newer kernel installed', 'touch /boot/vmlinuz-$(uname -r | sed s/^[0-9]*/99/)', {
    'host-kernel-rebooted': ['fail', '99.'],
  }),
  sudoers('everything for one user', 'alice ALL=(ALL) NOPASSWD: ALL', ['fail', 'alice']),
  sudoers('docker for a group', '%ops ALL=(root) NOPASSWD: /usr/bin/docker', ['fail', '%ops']),
  sudoers('docker with a password', '%ops ALL=(root) /usr/bin/docker', 'pass'),
  sudoers('something else', 'alice ALL=(root) NOPASSWD: /usr/bin/systemctl reload nginx', 'pass'),
  sudoers('a comment', '# alice ALL=(ALL) NOPASSWD: ALL', 'pass'),
  sudoers(
    'a password again, later in the line',
    'alice ALL=(ALL) NOPASSWD: /bin/ls, PASSWD: ALL',
    'pass',
  ),
  sudoers(
    'no password, later in the line',
    'alice ALL=(ALL) /bin/ls, NOPASSWD: /usr/bin/docker',
    'fail',
  ),
  sudoers('root itself', 'root ALL=(ALL) NOPASSWD: ALL', 'pass'),
  sudoers('docker with any words', 'carol ALL=(root) /usr/bin/docker', {
    'host-sudo-docker-narrow': ['fail', 'carol'],
  }),
  sudoers('docker with a word that harms nobody', 'carol ALL=(root) /usr/bin/docker ps', {
    'host-sudo-docker-narrow': 'pass',
    'host-sudo-logged': 'pass',
  }),
  sudoers('no log', 'Defaults !syslog', { 'host-sudo-logged': ['fail', 'no log'] }),
  sudoers('another log', 'Defaults !syslog, logfile=/var/log/sudo.log', {
    'host-sudo-logged': 'pass',
  }),
  sudoers('no password by default', 'Defaults !authenticate\n%ops ALL=(ALL) ALL', 'fail'),
  sudoers('no password for a user', 'Defaults:alice !authenticate\nalice ALL=(ALL) ALL', 'fail'),
  sudoers('over two lines', 'alice ALL=(ALL) \\\n  NOPASSWD: \\\n  ALL', 'fail'),
  {
    ...sudoers('in a file of the folder', '', ['fail', '/etc/sudoers.d/ops']),
    after: "echo 'bob ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/ops",
  },
  {
    ...sudoers('in a file that sudo passes over', '', 'pass'),
    after: `echo 'bob ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/ops.bak
      echo 'bob ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/ops~`,
  },
  files(
    'AppArmor enabled',
    `mount -t tmpfs tmpfs /sys/kernel/security && echo -n capability,apparmor > /sys/kernel/security/lsm
    mount -t tmpfs tmpfs /sys/module && mkdir -p /sys/module/apparmor/parameters
    echo Y > /sys/module/apparmor/parameters/enabled`,
    { 'host-security-module': 'pass' },
  ),
  files('AppArmor switched off', 'echo N > /sys/module/apparmor/parameters/enabled', {
    'host-security-module': 'fail',
  }),
];

/** Files of a host: sockets, units, groups and sudoers, on one private host. */
export const hostFiles: Family = {
  name: 'host-files',
  stages,
  run: () => onPrivateHost(stages),
};
