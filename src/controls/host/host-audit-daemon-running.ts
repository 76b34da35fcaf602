import { all } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditDaemonRunning = defineControl({
  id: 'host-audit-daemon-running',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The audit daemon and a log service run on the host',
    zh: '宿主机的审计守护进程和日志服务正在运行',
  },
  failingTitle: {
    en: 'The audit daemon or a log service does not run on the host',
    zh: '宿主机的审计守护进程或日志服务未运行',
  },
  rationale: {
    en: 'Without a daemon that takes the kernel’s records they end in a ring buffer and are lost; without a log service, so is what sudo, sshd and the engine have to say. What happened cannot be shown afterwards.',
    zh: '没有守护进程接收，内核的审计记录只进环形缓冲区，随后丢失；没有日志服务，sudo、sshd 和引擎的记录同样留不下来，事后无从举证。',
  },
  remediation: {
    en: 'systemctl enable --now auditd, and for the log systemctl enable --now rsyslog, or leave it to systemd-journald. What runs in a container does not count.',
    zh: '执行 systemctl enable --now auditd；日志执行 systemctl enable --now rsyslog，或由 systemd-journald 负责。容器内运行的不算。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditd.8.html',
    'https://man7.org/linux/man-pages/man8/systemd-journald.service.8.html',
  ],
  check: all(
    (h) =>
      h.audit.daemonRunning ||
      fail(text('No audit daemon takes the kernel’s records', '没有审计守护进程接收内核记录')),
    (h) => h.logging.services.length > 0 || fail(text('No log service runs', '没有运行日志服务')),
  ),
});
