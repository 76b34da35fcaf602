import type { HostCase } from './host-case.ts';

const sysctl = (
  name: string,
  values: Readonly<Record<string, string>>,
  expect: HostCase['expect'],
): HostCase => ({
  name: `sysctl: ${name}`,
  files: Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      `/proc/sys/${key.replaceAll('.', '/')}`,
      `${value}\n`,
    ]),
  ),
  expect,
});

/** Parameters of one interface beside those of all, which are off. */
function interfaces(own: '0' | '1'): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [name, on] of Object.entries({ all: '0', eth0: own })) {
    const folder = `/proc/sys/net/ipv4/conf/${name}`;
    files[`${folder}/forwarding`] = '0\n';
    files[`${folder}/rp_filter`] = '1\n';
    for (const key of ['accept_redirects', 'send_redirects', 'accept_source_route']) {
      files[`${folder}/${key}`] = `${on}\n`;
    }
  }
  return files;
}

/** Kernel, units, packet filter and files of a host, by the manual of each. */
export const systemCases: readonly HostCase[] = [
  sysctl(
    'all hardened',
    {
      'fs.protected_hardlinks': '1',
      'fs.protected_symlinks': '1',
      'fs.protected_fifos': '1',
      'fs.protected_regular': '2',
      'kernel.randomize_va_space': '2',
    },
    { 'host-kernel-hardlinks': 'pass', 'host-kernel-addresses-random': 'pass' },
  ),
  sysctl(
    'aslr 1',
    { 'kernel.randomize_va_space': '1' },
    { 'host-kernel-addresses-random': 'fail' },
  ),
  sysctl(
    'core pattern',
    { 'kernel.core_pattern': '|/tmp/x %p', 'fs.suid_dumpable': '0' },
    { 'host-kernel-core-dumps': 'fail' },
  ),
  sysctl(
    'dumpable',
    { 'kernel.core_pattern': 'core', 'fs.suid_dumpable': '1' },
    { 'host-kernel-core-dumps': 'fail' },
  ),
  sysctl('panic 1', { 'vm.panic_on_oom': '1' }, { 'host-panic-on-oom': 'fail' }),
  sysctl(
    'bpf 2',
    { 'kernel.unprivileged_bpf_disabled': '2' },
    { 'host-kernel-unprivileged-bpf': 'pass' },
  ),
  {
    name: 'sysctl.d says, kernel does not',
    files: {
      '/etc/sysctl.d/9.conf': 'kernel.randomize_va_space = 2\n',
      '/proc/sys/kernel/randomize_va_space': '0\n',
    },
    expect: { 'host-kernel-addresses-random': 'fail' },
  },
  {
    name: 'no proc at all',
    shell: 'rm -rf proc sys',
    expect: {
      'host-kernel-addresses-random': 'unknown',
      'host-kernel-core-dumps': 'unknown',
      'host-kernel-modules-restricted': 'unknown',
      'host-security-module': 'unknown',
    },
  },
  {
    name: 'drop-in',
    files: {
      '/usr/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n',
      '/etc/systemd/system/docker.service.d/a.conf': '[Service]\n',
    },
    shell: 'chmod 666 etc/systemd/system/docker.service.d/a.conf',
    expect: { 'host-unit-drop-ins-mode': 'fail', 'host-docker-service-mode': 'fail' },
  },
  {
    name: 'drop-in masked',
    files: {
      '/usr/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n',
      '/etc/systemd/system/docker.service.d/b.conf': '[Service]\n',
    },
    links: { '/etc/systemd/system/docker.service.d/a.conf': '/dev/null' },
    shell: 'mkdir dev; mknod -m 666 dev/null c 1 3',
    expect: { 'host-unit-drop-ins-mode': 'pass' },
  },
  {
    name: 'drop-ins of all services',
    files: {
      '/usr/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n',
      '/etc/systemd/system/service.d/a.conf': '[Service]\n',
    },
    shell: 'chmod 666 etc/systemd/system/service.d/a.conf',
    expect: { 'host-unit-drop-ins-mode': 'fail' },
  },
  {
    name: 'unit masked',
    files: { '/usr/lib/systemd/system/docker.service': '[Service]\n' },
    links: { '/etc/systemd/system/docker.service': '/dev/null' },
    shell: 'mkdir dev; mknod -m 666 dev/null c 1 3',
    expect: { 'host-docker-service-mode': 'not-applicable' },
  },
  {
    name: 'unit masked without dev',
    files: { '/usr/lib/systemd/system/docker.service': '[Service]\n' },
    links: { '/etc/systemd/system/docker.service': '/dev/null' },
    expect: { 'host-docker-service-mode': 'not-applicable' },
  },
  {
    name: 'unit writable to group',
    files: { '/etc/systemd/system/docker.service': '[Service]\n' },
    shell: 'chmod 664 etc/systemd/system/docker.service',
    expect: { 'host-docker-service-mode': 'fail' },
  },
  {
    name: 'Fedora CoreOS',
    files: {
      '/etc/os-release':
        'ID=fedora\nVARIANT_ID=coreos\nVERSION_ID=43\nPRETTY_NAME="Fedora CoreOS"\n',
    },
    expect: { 'host-container-os': 'pass' },
  },
  {
    name: 'Bottlerocket',
    files: {
      '/etc/os-release':
        'ID=bottlerocket\nVERSION_ID="1.20"\nNAME=Bottlerocket\nPRETTY_NAME="Bottlerocket OS"\n',
    },
    expect: { 'host-container-os': 'pass' },
  },
  {
    name: 'COS',
    files: {
      '/etc/os-release': null,
      '/usr/lib/os-release':
        'ID=cos\nNAME="Container-Optimized OS"\nVERSION_ID=117\nPRETTY_NAME="Container-Optimized OS from Google"\n',
    },
    expect: { 'host-container-os': 'pass' },
  },
  {
    name: 'Flatcar quoted',
    files: {
      '/etc/os-release':
        'NAME="Flatcar"\nID="flatcar"\nVERSION_ID=3815.2.0\nPRETTY_NAME="Flatcar"\n',
    },
    expect: { 'host-container-os': 'pass' },
  },
  {
    name: 'Talos',
    files: { '/etc/os-release': "ID='talos'\nVERSION_ID=v1.9.0\nPRETTY_NAME='Talos (v1.9.0)'\n" },
    expect: { 'host-container-os': 'pass' },
  },
  { name: 'Debian', expect: { 'host-container-os': 'fail', 'host-os-supported': 'pass' } },
  {
    name: 'Ubuntu old',
    files: { '/etc/os-release': 'ID=ubuntu\nVERSION_ID="18.04"\nPRETTY_NAME="Ubuntu 18.04"\n' },
    expect: { 'host-os-supported': 'fail' },
  },
  {
    name: 'selinux permissive',
    files: {
      '/sys/module/apparmor/parameters/enabled': 'N\n',
      '/sys/fs/selinux/enforce': '0',
      '/sys/kernel/security/lsm': 'capability,selinux',
    },
    expect: { 'host-security-module': 'fail' },
  },
  {
    name: 'selinux enforcing',
    files: {
      '/sys/module/apparmor/parameters/enabled': null,
      '/sys/fs/selinux/enforce': '1',
      '/sys/kernel/security/lsm': 'capability,selinux',
    },
    expect: { 'host-security-module': 'pass' },
  },
  {
    name: 'kernel not rebooted',
    files: { '/boot/vmlinuz-6.1.0-20-amd64': '' },
    expect: { 'host-kernel-rebooted': 'fail' },
  },
  {
    name: 'key modes',
    files: {
      '/etc/docker/daemon.json': '{"tlsverify":false,"tlskey":"/etc/k.pem","tlscert":"/etc/c.pem"}',
      '/etc/k.pem': 'x',
      '/etc/c.pem': 'x',
    },
    shell: 'chmod 640 etc/k.pem',
    expect: { 'host-tls-key-mode': 'fail', 'host-daemon-config-mode': 'pass' },
  },
  {
    name: 'certs.d modes',
    files: {
      '/etc/docker/certs.d/r:5000/ca.crt': 'x',
      '/etc/docker/certs.d/r:5000/client.key': 'x',
    },
    shell: 'chmod 666 etc/docker/certs.d/r:5000/client.key',
    expect: {
      'host-registry-certificates-mode': 'fail',
      'host-registry-certificates-owner': 'pass',
    },
  },
  {
    name: 'pam no minlen',
    files: {
      '/etc/pam.d/common-password':
        'password requisite pam_pwquality.so retry=3\npassword [success=1 default=ignore] pam_unix.so obscure use_authtok try_first_pass yescrypt\npassword requisite pam_deny.so\npassword required pam_permit.so\n',
      '/etc/pam.d/passwd': '@include common-password\n',
      '/etc/security/pwquality.conf': 'minlen = 8\n',
    },
    expect: { 'host-password-quality': 'fail' },
  },
  {
    name: 'firewall ufw on',
    files: {
      '/etc/ufw/ufw.conf': 'ENABLED=yes\n',
      '/etc/default/ufw': 'DEFAULT_INPUT_POLICY="DROP"\n',
    },
    links: {
      '/etc/systemd/system/multi-user.target.wants/ufw.service': '/lib/systemd/system/ufw.service',
    },
    expect: { 'host-packet-filter': 'pass' },
  },
  {
    name: 'firewall ufw off',
    files: {
      '/etc/ufw/ufw.conf': 'ENABLED=no\n',
      '/etc/default/ufw': 'DEFAULT_INPUT_POLICY="DROP"\n',
    },
    links: {
      '/etc/systemd/system/multi-user.target.wants/ufw.service': '/lib/systemd/system/ufw.service',
    },
    expect: { 'host-packet-filter': 'fail' },
  },
  {
    name: 'firewall nftables drop',
    files: {
      '/etc/nftables.conf':
        '#!/usr/sbin/nft -f\nflush ruleset\ntable inet filter {\n  chain input {\n    type filter hook input priority filter; policy drop;\n    ct state established,related accept\n    iif lo accept\n    tcp dport 22 accept\n  }\n}\n',
    },
    links: {
      '/etc/systemd/system/sysinit.target.wants/nftables.service':
        '/lib/systemd/system/nftables.service',
    },
    expect: { 'host-packet-filter': 'pass' },
  },
  {
    name: 'firewall nftables accept',
    files: {
      '/etc/nftables.conf':
        'table inet filter {\n  chain input { type filter hook input priority 0; }\n}\n',
    },
    links: {
      '/etc/systemd/system/sysinit.target.wants/nftables.service':
        '/lib/systemd/system/nftables.service',
    },
    expect: { 'host-packet-filter': 'fail' },
  },
  {
    name: 'firewall iptables accept all before drop',
    files: {
      '/etc/iptables/rules.v4':
        '*filter\n:INPUT DROP [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n-A INPUT -j ACCEPT\nCOMMIT\n',
    },
    links: {
      '/etc/systemd/system/multi-user.target.wants/netfilter-persistent.service':
        '/lib/systemd/system/netfilter-persistent.service',
    },
    expect: { 'host-packet-filter': 'fail' },
  },
  {
    name: 'firewall iptables drop',
    files: {
      '/etc/iptables/rules.v4':
        '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\nCOMMIT\n',
    },
    links: {
      '/etc/systemd/system/multi-user.target.wants/netfilter-persistent.service':
        '/lib/systemd/system/netfilter-persistent.service',
    },
    expect: { 'host-packet-filter': 'pass' },
  },
  {
    name: 'firewall enabled, masked',
    files: {
      '/etc/ufw/ufw.conf': 'ENABLED=yes\n',
      '/etc/default/ufw': 'DEFAULT_INPUT_POLICY="DROP"\n',
    },
    links: {
      '/etc/systemd/system/multi-user.target.wants/ufw.service': '/lib/systemd/system/ufw.service',
      '/etc/systemd/system/ufw.service': '/dev/null',
    },
    expect: { 'host-packet-filter': 'fail' },
  },
  {
    name: 'firewall firewalld trusted',
    files: {
      '/etc/firewalld/firewalld.conf': 'DefaultZone=trusted\n',
      '/usr/lib/firewalld/zones/trusted.xml':
        '<?xml version="1.0"?>\n<zone target="ACCEPT">\n</zone>\n',
    },
    links: {
      '/etc/systemd/system/multi-user.target.wants/firewalld.service':
        '/lib/systemd/system/firewalld.service',
    },
    expect: { 'host-packet-filter': 'fail' },
  },
  {
    name: 'listener on all',
    files: {
      '/proc/1/net/tcp':
        '  sl  local_address rem_address   st\n   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0\n',
    },
    expect: { 'host-listening-services': 'unknown' },
  },
  {
    name: 'listener ssh',
    files: {
      '/proc/1/net/tcp':
        '  sl  local_address rem_address   st\n   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0\n',
    },
    expect: { 'host-listening-services': 'pass' },
  },
  {
    name: 'listener loopback',
    files: {
      '/proc/1/net/tcp':
        '  sl  local_address rem_address   st\n   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0\n',
    },
    expect: { 'host-listening-services': 'pass' },
  },
  {
    name: 'connection established is no listener',
    files: {
      '/proc/1/net/tcp':
        '  sl  local_address rem_address   st\n   0: 0A00020F:1F90 0A000203:0050 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0\n',
    },
    expect: { 'host-listening-services': 'pass' },
  },
  {
    name: 'modules disabled',
    files: { '/proc/sys/kernel/modules_disabled': '1\n' },
    expect: { 'host-kernel-modules-restricted': 'pass' },
  },
  {
    name: 'modules open',
    files: { '/proc/sys/kernel/modules_disabled': '0\n' },
    expect: { 'host-kernel-modules-restricted': 'fail' },
  },
  {
    name: 'modules sig enforce',
    files: {
      '/proc/sys/kernel/modules_disabled': '0\n',
      '/sys/module/module/parameters/sig_enforce': 'Y\n',
    },
    expect: { 'host-kernel-modules-restricted': 'pass' },
  },
  {
    name: 'lockdown none',
    files: {
      '/proc/sys/kernel/modules_disabled': '0\n',
      '/sys/kernel/security/lockdown': '[none] integrity confidentiality\n',
    },
    expect: { 'host-kernel-modules-restricted': 'fail' },
  },
  {
    name: 'lockdown integrity',
    files: {
      '/proc/sys/kernel/modules_disabled': '0\n',
      '/sys/kernel/security/lockdown': 'none [integrity] confidentiality\n',
    },
    expect: { 'host-kernel-modules-restricted': 'pass' },
  },
  {
    name: 'redirects',
    files: interfaces('1'),
    expect: { 'host-kernel-network-redirects': 'fail' },
  },
  {
    name: 'no redirects',
    files: interfaces('0'),
    expect: { 'host-kernel-network-redirects': 'pass' },
  },
  {
    name: 'daemon.json mode',
    files: { '/etc/docker/daemon.json': '{}' },
    shell: 'chmod 666 etc/docker/daemon.json; chown 33 etc/docker',
    expect: { 'host-daemon-config-mode': 'fail', 'host-docker-directory-owner': 'fail' },
  },
  {
    name: 'daemon.json missing',
    files: { '/etc/docker/key.json': '{}' },
    expect: { 'host-daemon-config-mode': 'not-applicable', 'host-docker-directory-mode': 'pass' },
  },
  {
    name: 'daemon.json a link to a loose file',
    files: { '/srv/d.json': '{}', '/etc/docker/x': '' },
    links: { '/etc/docker/daemon.json': '../../srv/d.json' },
    shell: 'chmod 646 srv/d.json',
    expect: { 'host-daemon-config-mode': 'fail' },
  },
  {
    name: 'tls key owner',
    files: { '/etc/docker/daemon.json': '{"tls":true,"tlskey":"/etc/k.pem"}', '/etc/k.pem': 'x' },
    shell: 'chmod 400 etc/k.pem; chown 1000 etc/k.pem',
    expect: { 'host-tls-key-mode': 'pass', 'host-tls-key-owner': 'fail' },
  },
  {
    name: 'sysconfig',
    files: { '/etc/sysconfig/docker': 'OPTIONS=\n' },
    shell: 'chmod 664 etc/sysconfig/docker',
    expect: { 'host-docker-sysconfig-mode': 'fail', 'host-audit-docker-sysconfig': 'fail' },
  },
  {
    name: 'logs of containers readable',
    files: {
      ['/var/lib/docker/containers/' + 'a'.repeat(64) + '/' + 'a'.repeat(64) + '-json.log']: 'x',
    },
    shell: 'chmod 644 var/lib/docker/containers/*/*.log',
    expect: { 'host-container-log-readers': 'fail' },
  },
  {
    name: 'local logs',
    files: { ['/var/lib/docker/containers/' + 'a'.repeat(64) + '/local-logs/container.log']: 'x' },
    shell: 'chmod 640 var/lib/docker/containers/*/*/*.log',
    expect: { 'host-container-log-readers': 'pass' },
  },
  {
    name: 'drop-in of a lower place of one name',
    files: {
      '/usr/lib/systemd/system/docker.service': '[Service]\n',
      '/usr/lib/systemd/system/docker.service.d/a.conf': '[Service]\n',
      '/etc/systemd/system/docker.service.d/a.conf': '[Service]\n',
    },
    shell: 'chmod 666 usr/lib/systemd/system/docker.service.d/a.conf',
    expect: { 'host-unit-drop-ins-mode': 'pass' },
  },
  {
    name: 'drop-in not .conf',
    files: {
      '/usr/lib/systemd/system/docker.service': '[Service]\n',
      '/etc/systemd/system/docker.service.d/a.bak': '[Service]\n',
    },
    shell: 'chmod 666 etc/systemd/system/docker.service.d/a.bak',
    expect: { 'host-unit-drop-ins-mode': 'not-applicable' },
  },
  {
    name: 'drop-in is a link elsewhere',
    files: {
      '/usr/lib/systemd/system/docker.service': '[Service]\n',
      '/srv/a.conf': '[Service]\n',
    },
    links: { '/etc/systemd/system/docker.service.d/a.conf': '/srv/a.conf' },
    shell: 'chmod 666 srv/a.conf',
    expect: { 'host-unit-drop-ins-mode': 'fail', 'host-docker-service-mode': 'fail' },
  },
  {
    name: 'unit empty is masked',
    files: {
      '/usr/lib/systemd/system/docker.service': '[Service]\n',
      '/etc/systemd/system/docker.service': '',
    },
    shell: 'chmod 666 usr/lib/systemd/system/docker.service',
    expect: { 'host-docker-service-mode': 'not-applicable' },
  },
];
