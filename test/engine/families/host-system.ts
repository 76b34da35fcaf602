import type { Expected, Family } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';
import { writableHost } from '../harness/writable-host.ts';

const stage = (name: string, before: string, expect: Expected): HostStage => ({
  name,
  before,
  rows: [{ kind: 'host', expect }],
});

/** Kernel parameters of this host alone: those of the network are its own, the others are files over the real ones. */
const parameters = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `echo '${value}' > /proc/sys/${name.replaceAll('.', '/')}`)
    .join('\n');

/** A program that goes on in the background under a name of its own. */
const runs = (program: string): string => `cp /bin/busybox ${program}
bash -c "exec -a sleep ${program} 9999" </dev/null >/dev/null 2>&1 & sleep 0.3`;

const certificate = (name: string, ...options: readonly string[]): string =>
  `mkdir -p /etc/docker/certs.d/r.example && rm -f /etc/docker/certs.d/r.example/*
openssl req -x509 -nodes -subj /CN=${name} -keyout /run/key.pem \\
  -out /etc/docker/certs.d/r.example/ca.crt ${options.join(' ')} 2>/dev/null`;

const guarded = {
  ...{ 'fs.protected_hardlinks': 1, 'fs.protected_symlinks': 1 },
  ...{ 'fs.protected_fifos': 1, 'fs.protected_regular': 2, 'fs.suid_dumpable': 2 },
  ...{ 'kernel.kptr_restrict': 2, 'kernel.dmesg_restrict': 1, 'kernel.perf_event_paranoid': 3 },
  ...{ 'kernel.yama.ptrace_scope': 1, 'kernel.core_pattern': 'core' },
  ...{ 'kernel.unprivileged_bpf_disabled': 1, 'kernel.modules_disabled': 1 },
  ...{ 'kernel.osrelease': '6.12.1-amd64', 'vm.panic_on_oom': 0 },
  ...{ 'kernel.randomize_va_space': 2 },
};

const open = {
  ...{ 'fs.protected_hardlinks': 0, 'fs.protected_symlinks': 1, 'fs.suid_dumpable': 1 },
  ...{ 'kernel.kptr_restrict': 0, 'kernel.core_pattern': '|/usr/bin/crash-handler %p' },
  ...{ 'kernel.unprivileged_bpf_disabled': 0, 'kernel.modules_disabled': 0 },
  ...{ 'kernel.osrelease': '3.10.0-957.el7.x86_64', 'vm.panic_on_oom': 2 },
  ...{ 'kernel.randomize_va_space': 1 },
};

const stages: readonly HostStage[] = [
  {
    name: 'room left for the engine',
    before: writableHost,
    start: [],
    rows: [{ kind: 'host', expect: { 'host-data-root-space': 'pass' } }],
  },
  stage(
    'kernel parameters that guard',
    `for folder in kernel fs vm; do mount -t tmpfs tmpfs /proc/sys/$folder; done
mkdir -p /proc/sys/kernel/yama
mount -t tmpfs tmpfs /sys/module && mkdir -p /sys/module/module/parameters
echo N > /sys/module/module/parameters/sig_enforce
mount -t tmpfs tmpfs /sys/kernel/security && echo -n capability > /sys/kernel/security/lsm
echo '[none] integrity confidentiality' > /sys/kernel/security/lockdown
${parameters(guarded)}`,
    {
      'host-kernel-hardlinks': 'pass',
      'host-kernel-information-hidden': 'pass',
      'host-kernel-core-dumps': 'pass',
      'host-kernel-unprivileged-bpf': 'pass',
      'host-kernel-modules-restricted': 'pass',
      'host-kernel-minimum-version': 'pass',
      'host-kernel-addresses-random': 'pass',
      'host-panic-on-oom': 'pass',
      'host-security-module': 'fail',
    },
  ),
  stage('kernel parameters that do not', parameters(open), {
    'host-kernel-hardlinks': 'fail',
    'host-kernel-information-hidden': 'fail',
    'host-kernel-core-dumps': ['fail', 'crash-handler'],
    'host-kernel-unprivileged-bpf': 'fail',
    'host-kernel-modules-restricted': ['fail', 'unsigned'],
    'host-kernel-minimum-version': ['fail', '3.10.0'],
    'host-kernel-addresses-random': ['fail', 'is 1'],
    'host-panic-on-oom': 'fail',
  }),
  stage('signed modules only', 'echo Y > /sys/module/module/parameters/sig_enforce', {
    'host-kernel-modules-restricted': 'pass',
  }),
  stage(
    'no stranger on the network',
    `busybox ip link add port0 type veth
for name in $(ls /proc/sys/net/ipv4/conf); do
  for key in accept_redirects send_redirects accept_source_route; do
    echo 0 > /proc/sys/net/ipv4/conf/$name/$key
  done
  echo 1 > /proc/sys/net/ipv4/conf/$name/rp_filter
  [ ! -e /proc/sys/net/ipv6/conf/$name ] || echo 0 > /proc/sys/net/ipv6/conf/$name/accept_redirects
done
echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start`,
    {
      'host-kernel-network-redirects': 'pass',
      'host-unprivileged-ports': 'pass',
      'host-listening-services': 'pass',
    },
  ),
  stage(
    'whoever comes on the network',
    `echo 1 > /proc/sys/net/ipv4/conf/port0/send_redirects
echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start
busybox nc -l -p 8080 </dev/null >/dev/null 2>&1 & sleep 0.3`,
    {
      'host-kernel-network-redirects': ['fail', 'port0'],
      'host-unprivileged-ports': 'fail',
      'host-listening-services': ['fail', '8080'],
    },
  ),
  stage(
    'a general-purpose system without services',
    `rm -f /etc/os-release && printf 'ID=debian\\nVERSION_ID=13\\nNAME=Debian\\n' > /etc/os-release
rm -rf /etc/logrotate.conf /usr/etc/logrotate.conf /var/lib/logrotate* && echo line > /var/log/syslog`,
    {
      'host-os-supported': 'pass',
      'host-container-os': 'fail',
      'host-time-synchronised': ['fail', 'No time service'],
      'host-log-rotation': ['fail', 'not set up'],
    },
  ),
  stage(
    'a system past its support',
    `rm -f /etc/os-release && printf 'ID=debian\\nVERSION_ID=10\\nNAME=Debian\\n' > /etc/os-release`,
    { 'host-os-supported': ['fail', '2024-06-30'] },
  ),
  stage(
    'a container OS with services',
    `rm -f /etc/os-release && printf 'ID=flatcar\\nVERSION_ID=4081\\nNAME=Flatcar\\n' > /etc/os-release
mkdir -p /var/lib/chrony /var/lib/logrotate
touch /var/lib/chrony/drift /var/lib/logrotate/status /etc/logrotate.conf
${runs('/usr/sbin/chronyd')}`,
    {
      'host-container-os': 'pass',
      'host-time-synchronised': 'pass',
      'host-log-rotation': 'pass',
    },
  ),
  stage(
    'services that stopped working',
    'touch -d 2020-01-01 /var/lib/chrony/drift /var/lib/logrotate/status',
    {
      'host-time-synchronised': ['fail', '2020'],
      'host-log-rotation': ['fail', '2020'],
    },
  ),
  stage(
    'numbers that lead to one account each',
    `sed -i '/^dockremap:/d; /^toor:/d' /etc/passwd && echo 'dockremap:x:990:990::/:/bin/false' >> /etc/passwd
printf 'dockremap:500000:65536\\nbuilder:600000:65536\\n' | tee /etc/subuid > /etc/subgid`,
    { 'host-subordinate-ids': 'pass', 'host-root-logins': 'pass' },
  ),
  stage(
    'numbers that two accounts share, and a second root',
    `printf 'dockremap:500000:65536\\nbuilder:560000:65536\\n' > /etc/subuid
echo 'toor:x:0:0::/root:/bin/sh' >> /etc/passwd`,
    { 'host-subordinate-ids': 'fail', 'host-root-logins': ['fail', 'toor'] },
  ),
  stage(
    'a security update that waits',
    `mount -t tmpfs tmpfs /var/lib/dpkg && mount -t tmpfs tmpfs /var/lib/apt && mkdir /var/lib/apt/lists
printf 'Package: runc\\nStatus: install ok installed\\nArchitecture: amd64\\nVersion: 1.1.5-1\\n\\n' > /var/lib/dpkg/status
suite=/var/lib/apt/lists/security.debian.org_debian-security_dists_trixie-security
printf 'Package: runc\\nArchitecture: amd64\\nVersion: 1.1.5-1+deb13u1\\n\\n' > "$suite"_main_binary-amd64_Packages
echo "Date: $(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S') UTC" > "$suite"_InRelease`,
    { 'host-updates-installed': ['fail', 'runc 1.1.5-1'] },
  ),
  stage(
    'a security update that was installed',
    "sed -i 's/1.1.5-1/1.1.5-1+deb13u1/' /var/lib/dpkg/status",
    {
      'host-updates-installed': 'pass',
    },
  ),
  stage(
    'a way in for administrators with keys',
    `mkdir -p /etc/ssh/sshd_config.d && echo 'Include /etc/ssh/sshd_config.d/*.conf' > /etc/ssh/sshd_config
cat > /etc/ssh/sshd_config.d/10-own.conf <<'END'
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxAuthTries 3
LoginGraceTime 30s
AllowGroups operators
END`,
    {
      'host-ssh-root-login': 'pass',
      'host-ssh-passwords': 'pass',
      'host-ssh-cryptography': 'pass',
      'host-ssh-logins-bounded': 'pass',
      'host-ssh-users-named': 'pass',
    },
  ),
  stage(
    'a way in that a file for some, and one for all, open again',
    `cat >> /etc/ssh/sshd_config.d/10-own.conf <<'END'
Match Address 10.0.0.0/8
  PermitRootLogin yes
  PasswordAuthentication yes
  MaxAuthTries 20
  AllowUsers *
END
echo 'Ciphers +aes128-cbc' >> /etc/ssh/sshd_config`,
    {
      'host-ssh-root-login': ['fail', '10.0.0.0/8'],
      'host-ssh-passwords': ['fail', '10.0.0.0/8'],
      'host-ssh-cryptography': ['fail', 'aes128-cbc'],
      'host-ssh-logins-bounded': ['fail', '20 tries'],
    },
  ),
  stage('a way in for everybody', 'echo > /etc/ssh/sshd_config', {
    'host-ssh-root-login': ['fail', 'prohibit-password'],
    'host-ssh-passwords': 'fail',
    'host-ssh-cryptography': 'pass',
    'host-ssh-logins-bounded': 'fail',
    'host-ssh-users-named': 'fail',
  }),
  stage(
    'a good registry certificate, and a client key of root’s own',
    `${certificate('r.example', '-newkey', 'rsa:2048', '-days', '90')}
mkdir -p /root/.docker && cp /run/key.pem /root/.docker/key.pem && chmod 400 /root/.docker/key.pem`,
    {
      'host-registry-certificates-valid': 'pass',
      'host-registry-certificates-owner': 'pass',
      'host-docker-client-key-mode': 'pass',
    },
  ),
  stage(
    'a registry certificate that ends soon, of somebody else, and a key for everybody',
    `${certificate('r.example', '-newkey', 'rsa:2048', '-days', '5')}
chown 33 /etc/docker/certs.d/r.example/ca.crt && chmod 444 /root/.docker/key.pem`,
    {
      'host-registry-certificates-valid': 'fail',
      'host-registry-certificates-owner': 'fail',
      'host-docker-client-key-mode': 'fail',
    },
  ),
  stage(
    'a registry certificate with a short key',
    certificate('r.example', '-newkey', 'rsa:1024', '-days', '90'),
    { 'host-registry-certificates-valid': ['fail', '1024'] },
  ),
  {
    name: 'no room left for the engine',
    before: `mount -t tmpfs -o size=1m tmpfs /var/lib/docker
dd if=/dev/zero of=/var/lib/docker/full bs=1k count=1000 2>/dev/null`,
    rows: [{ kind: 'host', expect: { 'host-data-root-space': 'fail' } }],
  },
];

/** Kernel, network, accounts, services and space of one private host. */
export const hostSystem: Family = {
  name: 'host-system',
  stages,
  run: () => onPrivateHost(stages),
};
