import { z } from 'zod';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { ofAuditStorage, whereAuditIsWritten } from '../blocks/host/audit-storage.ts';
import { defineControl } from '../../core/controls/control.ts';

/** With these nobody is notified, or nothing is written from then on. */
const silent: readonly string[] = ['ignore', 'suspend'];

export const hostAuditDiskFull = defineControl({
  id: 'host-audit-disk-full',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Auditing does not end unnoticed when its disk is full or fails',
    zh: '审计磁盘写满或出错时，审计不会无声中断',
  },
  failingTitle: {
    en: 'Auditing ends unnoticed when its disk is full or fails',
    zh: '审计磁盘写满或出错时，审计会无声中断',
  },
  rationale: {
    en: 'A disk can be filled on purpose, by a container too where it shares the disk. If the daemon then stops writing and goes on running, everything after that is done without a record, and nobody notices.',
    zh: '磁盘可被蓄意写满，与容器共用磁盘时更是如此。若守护进程此后停止写入却继续运行，之后的一切操作都不留记录，也无人察觉。',
  },
  remediation: {
    en: 'In /etc/audit/auditd.conf set space_left_action = email, admin_space_left_action = single, disk_full_action = halt (or rotate, where old records are shipped elsewhere) and disk_error_action = halt, and reload: service auditd reload.',
    zh: '在 /etc/audit/auditd.conf 中设置 space_left_action = email、admin_space_left_action = single、disk_full_action = halt（旧记录已外发的可用 rotate）和 disk_error_action = halt，并重新加载：service auditd reload。',
  },
  references: ['https://man7.org/linux/man-pages/man5/auditd.conf.5.html'],
  params: z.object({
    whenFull: z.array(z.string().min(1)).default(['exec', 'halt', 'rotate', 'single']).meta({
      en: 'What the daemon may do when the disk is full. exec, halt, rotate, single: with any of them the host ends what it does, or goes on recording; syslog and email leave it running unrecorded.',
      zh: '磁盘写满时守护进程可采取的动作。exec、halt、rotate、single：或停止业务，或继续记录；syslog 与 email 会让主机在没有记录的情况下继续运行。',
    }),
  }),
  applies: whereAuditIsWritten,
  check: ofAuditStorage<{ readonly whenFull: readonly string[] }>((storage, { whenFull }) => {
    const { whenLow, whenVeryLow, whenFull: full, onError } = storage;
    const wrong = [
      ...(silent.includes(whenLow) ? [`space_left_action = ${whenLow}`] : []),
      ...(silent.includes(whenVeryLow) ? [`admin_space_left_action = ${whenVeryLow}`] : []),
      ...(whenFull.includes(full) ? [] : [`disk_full_action = ${full}`]),
      ...(silent.includes(onError) ? [`disk_error_action = ${onError}`] : []),
    ];
    if (wrong.length === 0) return true;
    return fail(text(`auditd has ${wrong.join(', ')}`, `auditd 的设置为 ${wrong.join('、')}`));
  }),
});
