import { z } from 'zod';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { ofAuditStorage, whereAuditIsWritten } from '../blocks/host/audit-storage.ts';
import { defineControl } from '../../core/controls/control.ts';

/** Fewer files than these, and auditd puts none aside. */
const filesAtLeast = 2;

export const hostAuditLogKept = defineControl({
  id: 'host-audit-log-kept',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The audit log keeps what it has when it grows',
    zh: '审计日志增长时保留已有记录',
  },
  failingTitle: {
    en: 'The audit log loses records when it grows',
    zh: '审计日志增长时会丢失记录',
  },
  rationale: {
    en: 'By itself auditd keeps five files of 8 MB. Rules on an engine with many containers fill those within hours, so that an intruder needs only to make noise until the records of the way in are gone.',
    zh: 'auditd 通常只保留五个 8 MB 的文件。容器多的宿主机几小时就会写满，入侵者只需制造足够的噪声，就能冲掉入侵时的记录。',
  },
  remediation: {
    en: 'In /etc/audit/auditd.conf set max_log_file_action = keep_logs and ship old files elsewhere, or keep rotate with more of them: max_log_file = 50 and num_logs = 20. Then reload: service auditd reload.',
    zh: '在 /etc/audit/auditd.conf 中设置 max_log_file_action = keep_logs，并将旧文件转存他处；或沿用 rotate 但增大容量：max_log_file = 50、num_logs = 20。然后重新加载：service auditd reload。',
  },
  references: ['https://man7.org/linux/man-pages/man5/auditd.conf.5.html'],
  params: z.object({
    minMegabytes: z.number().nonnegative().default(400).meta({
      en: 'Megabytes of log that are kept at least where old files are removed. 400: some 4 MB a day for the three months that PCI DSS asks to have at hand.',
      zh: '自动删除旧文件时至少保留的日志容量（MB）。400：按每天约 4 MB 计，满足 PCI DSS 对三个月在线日志的要求。',
    }),
  }),
  applies: whereAuditIsWritten,
  check: ofAuditStorage<{ readonly minMegabytes: number }>((storage, { minMegabytes }) => {
    const { whenLarge, files, megabytes } = storage;
    if (whenLarge === 'suspend') {
      return fail(
        text(`auditd stops writing at ${megabytes} MB`, `auditd 写满 ${megabytes} MB 后即停止写入`),
      );
    }
    // With any other word the file goes on growing, and nothing of it is removed.
    if (whenLarge !== 'rotate' || files < filesAtLeast) return true;
    const kept = files * megabytes;
    return (
      kept >= minMegabytes ||
      fail(
        text(
          `auditd keeps ${files} files of ${megabytes} MB; at least ${minMegabytes} MB are asked for`,
          `auditd 保留 ${files} 个 ${megabytes} MB 的文件；至少应为 ${minMegabytes} MB`,
        ),
      )
    );
  }),
});
