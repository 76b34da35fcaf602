import type { Expected, Family } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';
import { writableHost } from '../harness/writable-host.ts';

const stage = (name: string, before: string, expect: Expected): HostStage => ({
  name,
  before,
  targets: ['host:/'],
  rows: [{ kind: 'host', expect }],
});

/** Shell lines that write a file. */
const file = (path: string, text: string): string =>
  `mkdir -p ${path.slice(0, path.lastIndexOf('/'))} && cat > ${path} <<'END'\n${text}\nEND`;

/** Services as pam-auth-update writes them, with a lock, a look at new passwords and a memory of old ones. */
const guarded = `${file(
  '/etc/pam.d/common-auth',
  `auth requisite pam_faillock.so preauth
auth [success=1 default=ignore] pam_unix.so
auth [default=die] pam_faillock.so authfail
auth sufficient pam_faillock.so authsucc
auth required pam_permit.so`,
)}
${['login', 'sshd', 'su', 'sudo'].map((service) => file(`/etc/pam.d/${service}`, '@include common-auth')).join('\n')}
${file(
  '/etc/pam.d/passwd',
  `password requisite pam_pwquality.so retry=3
password requisite pam_pwhistory.so remember=5 use_authtok
password required pam_unix.so use_authtok`,
)}
${file('/etc/security/faillock.conf', 'deny = 5\nunlock_time = 1800')}
${file('/etc/security/pwquality.conf', 'minlen = 14\nminclass = 3')}`;

const hash = `$y$j9T$${'a'.repeat(22)}$${'b'.repeat(43)}`;

const stages: readonly HostStage[] = [
  stage(
    'passwords of which nothing is asked',
    `${writableHost}
rm -rf /etc/pam.d /etc/security && mkdir -p /etc/pam.d
${file('/etc/pam.d/login', 'auth required pam_unix.so nullok')}
${file('/etc/pam.d/passwd', 'password required pam_unix.so yescrypt')}
${file('/etc/passwd', 'root:x:0:0::/root:/bin/bash\nli:x:1000:1000::/home/li:/bin/bash\nguest::1001:1001::/:/bin/sh\nbackup:x:34:34::/:/bin/bash')}
${file('/etc/shadow', `root:*:20000:0:99999:7:::\nli:${hash}:20000:0:99999:7:::`)}
${file('/etc/login.defs', 'PASS_MAX_DAYS 99999')}`,
    {
      'host-logins-locked-out': ['fail', 'login locks no account'],
      'host-password-quality': ['fail', 'any length'],
      'host-password-history': ['fail', 'remembers 0'],
      'host-password-age': ['fail', 'li'],
      'host-passwords-set': ['fail', 'guest'],
      'host-service-accounts-shell': ['fail', 'backup'],
    },
  ),
  stage(
    'passwords that are asked for',
    `${guarded}
${file('/etc/passwd', 'root:x:0:0::/root:/bin/bash\nli:x:1000:1000::/home/li:/bin/bash\nbackup:x:34:34::/:/usr/sbin/nologin')}
${file('/etc/shadow', `root:*:20000:0:99999:7:::\nli:${hash}:20000:0:90:7:::`)}
${file('/etc/login.defs', 'PASS_MAX_DAYS 90')}`,
    {
      'host-logins-locked-out': 'pass',
      'host-password-quality': 'pass',
      'host-password-history': 'pass',
      'host-password-age': 'pass',
      'host-passwords-set': 'pass',
      'host-service-accounts-shell': 'pass',
    },
  ),
  stage(
    'nothing that watches',
    `mkdir -p /etc/systemd/system && rm -rf /etc/systemd/system/*.wants/* /etc/aide /etc/aide.conf`,
    {
      'host-file-integrity': ['fail', 'Nothing compares'],
      'host-malware-scanner-runs': ['fail', 'No malware scanner'],
      'host-detection-runs': ['fail', 'No sensor'],
    },
  ),
  stage(
    'a packet filter that lets everything in',
    `mkdir -p /etc/systemd/system/sysinit.target.wants && echo > /etc/systemd/system/sysinit.target.wants/nftables.service
${file('/etc/nftables.conf', 'table inet filter {\n  chain input { type filter hook input priority 0; }\n}')}`,
    { 'host-packet-filter': ['fail', 'nftables'] },
  ),
  stage(
    'a packet filter, a scanner, a sensor and a comparison',
    `${file('/etc/nftables.conf', 'table inet filter {\n  chain input { type filter hook input priority 0; policy drop; }\n}')}
${file('/etc/aide/aide.conf', 'database_in=file:/var/lib/aide/aide.db')}
mkdir -p /var/log/aide /var/lib/clamav && touch /var/log/aide/aide.log /var/lib/clamav/daily.cld
for name in clamd falco; do
  cp /bin/busybox /usr/sbin/$name
  bash -c "exec -a sleep /usr/sbin/$name 9999" </dev/null >/dev/null 2>&1 &
done; sleep 0.3`,
    {
      'host-file-integrity': 'pass',
      'host-malware-scanner-runs': 'pass',
      'host-detection-runs': 'pass',
      'host-packet-filter': 'pass',
    },
  ),
  stage(
    'signatures and a comparison of long ago',
    'touch -d 2020-01-01 /var/log/aide/aide.log /var/lib/clamav/daily.cld',
    {
      'host-file-integrity': ['fail', '2020'],
      'host-malware-scanner-runs': ['fail', '2020'],
    },
  ),
];

/** Accounts, passwords and what watches over one private host, on which no engine runs. */
export const hostDefence: Family = {
  name: 'host-defence',
  stages,
  run: () => onPrivateHost(stages),
};
