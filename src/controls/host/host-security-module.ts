import { any } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text, type Text } from '../../core/text.ts';

const words = {
  absent: text('not in the kernel', '内核中没有'),
  disabled: text('switched off', '未启用'),
  permissive: text('it warns, and refuses nothing', '仅告警，不拦截'),
  enabled: text('in force', '已启用'),
  enforcing: text('in force', '已启用'),
} as const;

const stateOf = (module: string, state: keyof typeof words): Text =>
  text(`${module}: ${words[state].en}`, `${module}：${words[state].zh}`);

export const hostSecurityModule = defineControl({
  id: 'host-security-module',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The kernel enforces AppArmor or SELinux',
    zh: '内核已强制启用 AppArmor 或 SELinux',
  },
  failingTitle: {
    en: 'The kernel does not enforce AppArmor or SELinux',
    zh: '内核未强制启用 AppArmor 或 SELinux',
  },
  rationale: {
    en: 'A mandatory policy still holds when a process is root and has broken out: it may only touch what its profile or label names. Without one, or with one that only warns, no such wall stands.',
    zh: '强制访问控制在进程成为 root 甚至逃逸之后仍然有效，只允许它接触配置或标签限定的对象。未启用或仅告警不拦截时，这道防线形同虚设。',
  },
  remediation: {
    en: 'Debian and Ubuntu: apt-get install apparmor && systemctl enable --now apparmor, with apparmor=1 on the kernel’s command line. RHEL: SELINUX=enforcing in /etc/selinux/config and a reboot, and "selinux-enabled": true in daemon.json.',
    zh: 'Debian、Ubuntu：apt-get install apparmor && systemctl enable --now apparmor，内核命令行加 apparmor=1。RHEL：在 /etc/selinux/config 中设置 SELINUX=enforcing 并重启，同时在 daemon.json 中设置 "selinux-enabled": true。',
  },
  references: [
    'https://docs.kernel.org/admin-guide/LSM/index.html',
    'https://docs.docker.com/engine/security/apparmor/',
  ],
  check: any(
    (h) => h.security.apparmor === 'enabled' || fail(stateOf('AppArmor', h.security.apparmor)),
    (h) => h.security.selinux === 'enforcing' || fail(stateOf('SELinux', h.security.selinux)),
  ),
});
