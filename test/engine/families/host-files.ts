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

const sudo = (name: string, lines: string, expect: Expected): HostStage =>
  files(
    `sudoers: ${name}`,
    `rm -rf /etc/sudoers.d && mkdir /etc/sudoers.d
    cat > /etc/sudoers <<'END'\nroot ALL=(ALL) ALL\n@includedir /etc/sudoers.d\n${lines}\nEND`,
    expect,
  );

const sudoers = (name: string, lines: string, expected: Expectation): HostStage =>
  sudo(name, lines, { 'host-sudo-password': expected });

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
      'host-audit-dockerd': 'fail',
      'host-audit-data-root': 'fail',
      'host-audit-docker-config': 'fail',
      'host-audit-daemon-config': 'not-applicable',
      'host-audit-docker-sysconfig': 'not-applicable',
      'host-audit-containerd-socket': ['fail', '/run/docker/containerd/containerd.sock'],
      'host-audit-runc': ['fail', 'runc'],
      'host-audit-rules-loaded': 'not-applicable',
      'host-audit-rules-locked': 'not-applicable',
      'host-data-root-separate': ['fail', 'same file system'],
      'host-data-root-space': 'pass',
      'host-registry-certificates-owner': 'not-applicable',
      'host-tls-ca-mode': 'not-applicable',
      'host-tls-ca-owner': 'not-applicable',
      'host-tls-certificate-mode': 'not-applicable',
      'host-tls-certificate-owner': 'not-applicable',
      'host-tls-key-owner': 'not-applicable',
      'host-unit-drop-ins-mode': 'not-applicable',
      'host-root-logins': 'pass',
      'host-sudo-logged': 'pass',
      'host-sudo-docker-narrow': 'pass',
      'host-time-synchronised': ['fail', 'No time service runs'],
      'host-listening-services': 'pass',
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
      'host-docker-service-mode': ['fail', 'x.conf'],
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
  files(
    'a second root, and defaults and settings that are too open',
    `echo 'toor:x:0:0::/root:/bin/sh' >> /etc/passwd
    mkdir -p /etc/default /etc/sysconfig /etc/containerd
    echo > /etc/default/docker && chmod 602 /etc/default/docker
    echo > /etc/sysconfig/docker && chmod 664 /etc/sysconfig/docker
    echo > /etc/containerd/config.toml && chown 33:33 /etc/containerd/config.toml`,
    {
      'host-root-logins': ['fail', 'toor'],
      'host-docker-defaults-mode': ['fail', '0602'],
      'host-docker-defaults-owner': 'pass',
      'host-docker-sysconfig-mode': ['fail', '0664'],
      'host-docker-sysconfig-owner': 'pass',
      'host-containerd-config-owner': 'fail',
      'host-containerd-config-mode': 'pass',
    },
  ),
  {
    ...files(
      'subordinate numbers that two share, and one that a real account has',
      `sed -i /^toor:/d /etc/passwd
      printf 'alice:100000:65536\\nbob:165535:65536\\n' > /etc/subuid
      printf 'alice:990:10\\n' > /etc/subgid`,
      { 'host-subordinate-ids': ['fail', 'docker (995)'], 'host-root-logins': 'pass' },
    ),
    targets: ['unix:///run/docker.sock', 'host:/'],
  },
  {
    ...files(
      'subordinate numbers side by side',
      `printf 'alice:100000:65536\\nbob:165536:65536\\n' > /etc/subuid
      printf 'alice:100000:65536\\n' > /etc/subgid`,
      { 'host-subordinate-ids': 'pass' },
    ),
    targets: ['unix:///run/docker.sock', 'host:/'],
  },
  {
    name: 'a service beside the engine',
    before: `node -e 'require("node:net").createServer().listen(9100, "0.0.0.0")' >/dev/null 2>&1 &
      echo $! > /run/service.pid; sleep 1`,
    rows: host({ 'host-listening-services': ['fail', '0.0.0.0:9100'] }),
  },
  {
    name: 'a time service that runs and has set the clock',
    before: `kill $(cat /run/service.pid)
      mkdir -p /run/bin /run/systemd/timesync && cp /bin/sleep /run/bin/chronyd
      touch /run/systemd/timesync/synchronized
      /run/bin/chronyd 1000 >/dev/null 2>&1 & echo $! > /run/chronyd.pid; sleep 0.3`,
    rows: host({ 'host-time-synchronised': 'pass', 'host-listening-services': 'pass' }),
  },
  {
    name: 'a time service in a container, by its name',
    before: `kill $(cat /run/chronyd.pid)
      mkdir -p /run/inner/bin && cp "$(command -v busybox)" /run/inner/bin/chronyd
      ln -sf chronyd /run/inner/bin/sleep
      chroot /run/inner /bin/chronyd sleep 1000 >/dev/null 2>&1 & echo $! > /run/inner.pid; sleep 0.3`,
    rows: host({ 'host-time-synchronised': ['fail', 'No time service runs'] }),
  },
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
  sudo('no log', 'Defaults !syslog', { 'host-sudo-logged': ['fail', 'no log'] }),
  sudo('another log', 'Defaults !syslog, logfile=/var/log/sudo.log', {
    'host-sudo-logged': 'pass',
  }),
  sudo('no log of what is allowed', 'Defaults !log_allowed', {
    'host-sudo-logged': ['fail', 'leaves out'],
  }),
  sudo('docker, and whatever it is told', 'carol ALL=(root) /usr/bin/docker', {
    'host-sudo-docker-narrow': ['fail', 'carol'],
  }),
  sudo('docker, and one thing that it is told', 'carol ALL=(root) /usr/bin/docker restart web', {
    'host-sudo-docker-narrow': 'pass',
  }),
  sudo(
    'docker, behind aliases of users and commands',
    'User_Alias DEV = carol, dave\nDEV ALL=(root) NOPASSWD: TOOLS\nCmnd_Alias TOOLS = /bin/ls, /usr/bin/docker',
    {
      'host-sudo-docker-narrow': ['fail', 'dave may make /usr/bin/docker'],
      'host-sudo-password': ['fail', 'carol'],
    },
  ),
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
