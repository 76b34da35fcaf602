import { z } from 'zod';
import { all, each } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { isRoots } from '../blocks/host/file-owner.ts';
import { modeBits, staysWithin } from '../blocks/host/file-mode.ts';
import { notRead } from '../blocks/host/not-read.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditLogReaders = defineControl({
  id: 'host-audit-log-readers',
  subject: host,
  rating: ['weakness', 'open'],
  title: {
    en: 'Only root and the auditors’ group read the audit log',
    zh: '审计日志仅 root 和审计人员组可读',
  },
  failingTitle: {
    en: 'Accounts other than root and the auditors’ group reach the audit log',
    zh: 'root 和审计人员组以外的账户可访问审计日志',
  },
  rationale: {
    en: 'The audit log has command lines with what was typed into them, names of files and of accounts. An account that can read it learns where to go on, and one that can write it takes its own traces out.',
    zh: '审计日志含有命令行参数、文件名和账户名。能读到它的账户可据此找到下一个目标，能写入的则可抹去自己的痕迹。',
  },
  remediation: {
    en: 'chown -R root:root /var/log/audit, chmod 0750 /var/log/audit and chmod 0640 /var/log/audit/audit.log*; name a group of auditors in auditd.conf (log_group) where they read it on the host.',
    zh: '执行 chown -R root:root /var/log/audit、chmod 0750 /var/log/audit 和 chmod 0640 /var/log/audit/audit.log*；审计人员需在主机上查阅的，在 auditd.conf 中用 log_group 指定其组。',
  },
  references: ['https://man7.org/linux/man-pages/man5/auditd.conf.5.html'],
  params: z.object({
    groups: z.array(z.string().min(1)).default(['adm']).meta({
      en: 'Groups besides root’s that the log may belong to. adm: many distributions have their auditors in it.',
      zh: '日志除 root 组外可属于的组。adm：许多发行版以此作为日志查阅组。',
    }),
    allowed: modeBits(0o640).meta({
      en: 'Bits that a file may have. 0o640: root writes it, and its group reads it.',
      zh: '文件允许具有的权限位。0o640：root 可写，所属组可读。',
    }),
    allowedDirectory: modeBits(0o750).meta({
      en: 'Bits that the folder may have. 0o750: others do not get into it.',
      zh: '目录允许具有的权限位。0o750：其他用户无法进入。',
    }),
  }),
  applies: ({ auditLog }) => auditLog !== undefined || notRead,
  check: each(
    (h) => h.auditLog ?? [],
    all(
      (file, { params }) => isRoots(file, params.groups),
      (file, { params }) =>
        staysWithin(file, file.type === 'directory' ? params.allowedDirectory : params.allowed),
    ),
    text('The host has no audit log', '宿主机上没有审计日志'),
  ),
});
