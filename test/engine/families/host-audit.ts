import type { ControlId, Expected, Expectation, Family, Row } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';
import { writableHost } from '../harness/writable-host.ts';

const host = (expect: Expected): readonly Row[] => [{ kind: 'host', expect }];

/** A rule for each control that looks for one. */
const watched = {
  'host-audit-accounts': [
    ...['/etc/group', '/etc/passwd', '/etc/shadow', '/etc/subgid', '/etc/subuid', '/etc/sudoers'],
    '/etc/sudoers.d',
  ],
  'host-audit-containerd': ['/usr/bin/containerd'],
  'host-audit-containerd-config': ['/etc/containerd'],
  'host-audit-containerd-runtime': ['/run/containerd'],
  'host-audit-containerd-shim': ['/usr/bin/containerd-shim'],
  'host-audit-containerd-shim-runc-v1': ['/usr/bin/containerd-shim-runc-v1'],
  'host-audit-containerd-shims': ['/usr/bin/containerd-shim-runc-v2'],
  'host-audit-containerd-socket': ['/run/docker/containerd/containerd.sock'],
  'host-audit-daemon-config': ['/etc/docker/daemon.json'],
  'host-audit-data-root': ['/var/lib/docker'],
  'host-audit-docker-config': ['/etc/docker'],
  'host-audit-docker-defaults': ['/etc/default/docker'],
  'host-audit-docker-service': [
    ...['/etc/systemd/system/docker.service', '/etc/systemd/system/docker.service.d'],
  ],
  'host-audit-docker-sysconfig': ['/etc/sysconfig/docker'],
  'host-audit-dockerd': ['/usr/sbin/dockerd'],
  'host-audit-engine-socket': ['/run/docker.sock', '/etc/systemd/system/docker.socket'],
  'host-audit-runc': ['/usr/sbin/runc'],
} as const satisfies { readonly [Id in ControlId]?: readonly string[] };

const all = (expected: Expectation): Expected =>
  Object.fromEntries(Object.keys(watched).map((control) => [control, expected]));

const everyPath = Object.values(watched).flat();

/** Those of them that are folders. */
const folders: ReadonlySet<string> = new Set([
  ...['/etc/sudoers.d', '/etc/containerd', '/run/containerd', '/var/lib/docker', '/etc/docker'],
  '/etc/systemd/system/docker.service.d',
]);

/** What `path=` of a folder leaves out: it takes the folder itself, and not what lies in it. */
const notByPath: Expected = {
  ...{ 'host-audit-accounts': 'fail', 'host-audit-containerd-config': 'fail' },
  ...{ 'host-audit-containerd-runtime': 'fail', 'host-audit-data-root': 'fail' },
  ...{ 'host-audit-docker-config': 'fail', 'host-audit-docker-service': 'fail' },
};

/** A rule on a path, as administrators write it beside `-w`. */
const onPath = (path: string, field: 'path' | 'dir'): string =>
  `-a always,exit -F ${field}=${path} -F perm=wa -F key=docker`;

/** Everything that a rule could be about is there, in its usual place. */
const everything = `
mkdir -p /etc/containerd /run/containerd /etc/sysconfig /etc/systemd/system/docker.service.d
echo > /etc/containerd/config.toml && echo > /etc/default/docker && echo > /etc/sysconfig/docker
echo '{}' > /etc/docker/daemon.json
for unit in docker.service docker.socket docker.service.d/x.conf; do echo > /etc/systemd/system/$unit; done
for name in containerd-shim containerd-shim-runc-v1; do cp /bin/busybox /usr/bin/$name; done
touch /etc/subuid /etc/subgid /etc/sudoers && mkdir -p /etc/sudoers.d
rm -rf /etc/audit && mkdir -p /etc/audit/rules.d
`;

const rules = (
  name: string,
  lines: readonly string[],
  expect: Expected,
  file = '/etc/audit/rules.d/docker.rules',
): HostStage => ({
  name,
  before: `rm -rf /etc/audit && mkdir -p /etc/audit/rules.d
cat > ${file} <<'END'\n${lines.join('\n')}\nEND`,
  rows: host(expect),
});

/** A program in the place of auditctl, which answers as a kernel with a watch on each of some paths. */
const auditctl = (paths: readonly string[]): string => `cat > /usr/sbin/auditctl <<'END'
#!/bin/sh
[ "$1" = -s ] && echo 'enabled 1' || cat <<'RULES'
${paths.map((path) => `-w ${path} -p wa -k docker`).join('\n')}
RULES
END
chmod 755 /usr/sbin/auditctl`;

/** Rules on system calls, as administrators write them for what is refused and what runs as root. */
const calls = [
  ...['EACCES', 'EPERM'].map(
    (error) =>
      `-a always,exit -F arch=b64 -S open,openat -F exit=-${error} -F auid>=1000 -k access`,
  ),
  '-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0 -k privileged',
];

const auditd = (lines: readonly string[]): string => `cat > /etc/audit/auditd.conf <<'END'
log_file = /run/audit/audit.log
${lines.join('\n')}
END`;

const containerId = 'ab'.repeat(32);
const containerLogs = `/var/lib/docker/containers/${containerId}`;
const containerLog = `${containerLogs}/${containerId}-json.log`;

/** As the control's own remediation has it. */
const containerLogRule =
  '-a always,exit -F dir=/var/lib/docker/containers -F perm=rwa -F auid>=1000 -F auid!=unset -k container-log';

const dockerd: Expected = { 'host-audit-dockerd': 'pass' };
const noDockerd: Expected = { 'host-audit-dockerd': 'fail' };

const stages: readonly HostStage[] = [
  {
    name: 'no rules',
    before: `${writableHost}${everything}`,
    start: [],
    rows: host({
      ...all('fail'),
      'host-audit-rules-loaded': 'not-applicable',
      'host-audit-rules-locked': 'not-applicable',
      'host-audit-daemon-running': 'fail',
      'host-audit-refused-access': ['fail', 'openat (EPERM)'],
      'host-audit-raised-programs': ['fail', '/su'],
      'host-audit-disk-full': 'not-applicable',
      'host-audit-log-kept': 'not-applicable',
      'host-audit-log-watched': 'not-applicable',
      'host-audit-log-readers': 'not-applicable',
    }),
  },
  rules('system calls', calls, {
    'host-audit-refused-access': 'pass',
    'host-audit-raised-programs': 'pass',
  }),
  rules('programs by their folders', ['-w /usr -p x', '-w /opt -p x'], {
    'host-audit-raised-programs': 'pass',
    'host-audit-refused-access': 'fail',
  }),
  rules('refusals of one kind', calls.slice(0, 1), {
    'host-audit-refused-access': ['fail', 'open (EPERM), openat (EPERM)'],
    'host-audit-raised-programs': 'fail',
  }),
  {
    ...rules('a log as the distribution keeps it', ['-w /run/audit -p wa'], {
      'host-audit-disk-full': ['fail', 'disk_full_action = suspend'],
      'host-audit-log-kept': ['fail', '5 files of 8 MB'],
      'host-audit-log-watched': ['fail', '/run/audit'],
      'host-audit-log-readers': ['fail', '0644'],
      'host-container-log-readers': ['fail', '0644'],
      'host-audit-container-logs': ['fail', '/var/lib/docker/containers'],
    }),
    after: `${auditd(['space_left_action = SYSLOG', 'admin_space_left_action = SUSPEND', 'disk_full_action = SUSPEND', 'disk_error_action = SUSPEND', 'max_log_file_action = ROTATE', 'num_logs = 5', 'max_log_file = 8'])}
mkdir -p -m 755 /run/audit && touch /run/audit/audit.log && chmod 644 /run/audit/audit.log
mkdir -p ${containerLogs} && touch ${containerLog} && chmod 644 ${containerLog}`,
  },
  {
    ...rules('a log that is kept', ['-w /run/audit -p rwa', containerLogRule], {
      'host-audit-disk-full': 'pass',
      'host-audit-log-kept': 'pass',
      'host-audit-log-watched': 'pass',
      'host-audit-log-readers': 'pass',
      'host-container-log-readers': 'pass',
      'host-audit-container-logs': 'pass',
    }),
    after: `${auditd(['space_left_action = email', 'admin_space_left_action = single', 'disk_full_action = halt', 'max_log_file_action = keep_logs'])}
chmod 750 /run/audit && chmod 640 /run/audit/audit.log ${containerLog}`,
  },
  rules(
    'a watch on each',
    everyPath.map((path) => `-w ${path} -p wa -k docker`),
    {
      ...all('pass'),
      'host-audit-rules-locked': 'fail',
      // There is no auditctl on this host, so that the kernel was not asked.
      'host-audit-rules-loaded': 'unknown',
    },
  ),
  rules(
    'each as a rule on a path or a folder',
    [...everyPath.map((path) => onPath(path, folders.has(path) ? 'dir' : 'path')), '-e 2'],
    { ...all('pass'), 'host-audit-rules-locked': 'pass' },
  ),
  rules(
    'each as a rule on a path, be it a folder',
    everyPath.map((path) => onPath(path, 'path')),
    { ...all('pass'), ...notByPath },
  ),
  rules(
    'the folders above, in the compiled file',
    ['/etc', '/run', '/usr', '/var/lib'].map((path) => `-w ${path} -p wa`),
    all('pass'),
    '/etc/audit/audit.rules',
  ),
  rules(
    'each, when it is read only',
    everyPath.map((path) => `-w ${path} -p r`),
    all('fail'),
  ),
  rules(
    'each, commented out',
    everyPath.map((path) => `# -w ${path} -p wa`),
    all('fail'),
  ),
  rules(
    'names that begin alike',
    everyPath.map((path) => `-w ${path}-old -p wa`),
    all('fail'),
  ),
  rules('another place of that name', ['-w /opt/dockerd -p wa'], noDockerd),
  rules('when it is run only', ['-w /usr/sbin/dockerd -p x'], noDockerd),
  rules('writes without attributes', ['-w /usr/sbin/dockerd -p w'], noDockerd),
  rules('all permissions by default', ['-w /usr/sbin/dockerd'], dockerd),
  rules('a folder with a slash at its end', ['-w /usr/sbin/ -p rwxa'], dockerd),
  rules('a path by way of a link', ['-w /sbin/dockerd -p wa'], dockerd),
  rules(
    'the sockets, by the old name of their folder',
    ['-w /var/run/docker.sock -p wa', '-w /var/run/docker/containerd/containerd.sock -p wa'],
    {
      'host-audit-containerd-socket': 'pass',
      'host-audit-engine-socket': ['fail', 'docker.socket'],
    },
  ),
  rules(
    'only what did not succeed',
    ['-a always,exit -F dir=/etc/docker -F perm=wa -F success=0'],
    { 'host-audit-docker-config': 'fail' },
  ),
  rules(
    'taken away again, in the compiled file',
    ['-w /usr/sbin/dockerd -p wa', '-D'],
    noDockerd,
    '/etc/audit/audit.rules',
  ),
  // augenrules puts it before all rules.
  rules('behind a -D of a file that is compiled', ['-w /usr/sbin/dockerd -p wa', '-D'], dockerd),
  {
    name: 'an audit daemon and a log service',
    before: `for name in auditd rsyslogd; do
      cp /bin/busybox /usr/sbin/$name
      bash -c "exec -a sleep /usr/sbin/$name 9999" </dev/null >/dev/null 2>&1 &
    done; sleep 0.3`,
    targets: ['host:/'],
    rows: host({ 'host-audit-daemon-running': 'pass' }),
  },
  {
    // No kernel here keeps audit rules: this one's answers are recorded.
    name: 'rules as the kernel has them',
    before: `${auditctl(everyPath)}
echo '-w /usr/sbin/dockerd -p wa' > /etc/audit/rules.d/docker.rules`,
    rows: host({ ...all('pass'), 'host-audit-rules-loaded': 'pass' }),
  },
  {
    name: 'rules that the kernel has not',
    before: auditctl(['/etc/docker']),
    rows: host({ 'host-audit-rules-loaded': ['fail', '/usr/sbin/dockerd'], ...noDockerd }),
  },
];

/** Audit rule files on one private host. */
export const hostAudit: Family = {
  name: 'host-audit',
  stages,
  run: () => onPrivateHost(stages),
};
