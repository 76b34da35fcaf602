import { z } from 'zod';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostLogRotation = defineControl({
  id: 'host-log-rotation',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The host’s own logs are rotated',
    zh: '宿主机自身日志定期轮转',
  },
  failingTitle: {
    en: 'The host’s own logs are not rotated',
    zh: '宿主机自身日志未定期轮转',
  },
  rationale: {
    en: 'sudo, sshd and the kernel write into plain files that grow until the disk is full; from then on nothing is recorded. A rotation that is set up and does not run is noticed on that day.',
    zh: 'sudo、sshd 和内核写入的普通日志文件会一直增长，直到磁盘写满，此后什么都记录不下来。轮转配置了却没有运行，往往要到那天才会发现。',
  },
  remediation: {
    en: 'apt-get install logrotate && systemctl enable --now logrotate.timer (or see that cron runs /etc/cron.daily/logrotate), and try it: logrotate --debug /etc/logrotate.conf.',
    zh: '执行 apt-get install logrotate && systemctl enable --now logrotate.timer（或确认 cron 会运行 /etc/cron.daily/logrotate），并用 logrotate --debug /etc/logrotate.conf 验证。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/logrotate.8.html',
    'https://man7.org/linux/man-pages/man5/journald.conf.5.html',
  ],
  params: z.object({
    maxDays: z.number().positive().default(8).meta({
      en: 'Days since it last ran. 8: it runs once a day, or once a week where little is logged.',
      zh: '距上次运行的最大天数。8：通常每天运行一次，日志少的主机每周一次。',
    }),
  }),
  applies: (h) =>
    h.logging.plainFiles.length > 0 ||
    notApplicable(
      text(
        'The host writes no plain log files that would have to be rotated',
        '宿主机没有需要轮转的普通日志文件',
      ),
    ),
  check: (h, ctx) => {
    const { rotated, lastRotation } = h.logging;
    if (!rotated) return fail(text('logrotate is not set up', '未配置 logrotate'));
    if (lastRotation === null) {
      return fail(text('logrotate is set up and never ran', '已配置 logrotate，但从未运行'));
    }
    return (
      daysBetween(lastRotation, ctx.collectedAt) <= ctx.params.maxDays ||
      fail(
        text(`logrotate last ran at ${lastRotation}`, `logrotate 最后一次运行于 ${lastRotation}`),
      )
    );
  },
});
