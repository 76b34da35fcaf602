import { z } from 'zod';
import { any } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { daysBetween } from '../blocks/days.ts';
import { noneRuns, whereDefenceIsRead } from '../blocks/host/defence.ts';

export const hostFileIntegrity = defineControl({
  id: 'host-file-integrity',
  subject: host,
  rating: ['weakness', 'open'],
  title: {
    en: 'Files of the host are compared with what they were',
    zh: '宿主机文件定期作完整性校验',
  },
  failingTitle: {
    en: 'Files of the host are not compared with what they were',
    zh: '宿主机文件未作完整性校验',
  },
  rationale: {
    en: 'Who breaks out of a container stays by changing a file: a unit, a key, the runtime itself. A comparison with what was installed finds it even where no rule watched the moment of the change.',
    zh: '从容器逃逸者会改动文件以驻留：单元文件、密钥乃至运行时本身。与基线比对可发现这些改动，即使改动当时没有规则监视。',
  },
  remediation: {
    en: 'apt-get install aide && aideinit, keep a copy of the database off the host, and see that its timer runs (systemctl enable --now dailyaidecheck.timer). Leave /var/lib/docker out, and watch the images instead.',
    zh: '执行 apt-get install aide && aideinit，将数据库副本保存在主机之外，并启用定时任务（systemctl enable --now dailyaidecheck.timer）。排除 /var/lib/docker，镜像另行检查。',
  },
  references: ['https://aide.github.io/', 'https://man7.org/linux/man-pages/man8/auditd.8.html'],
  params: z.object({
    maxDays: z.number().positive().default(7).meta({
      en: 'Days since the last comparison. 7: what PCI DSS asks for.',
      zh: '距上次比对的最大天数。7：PCI DSS 的要求。',
    }),
  }),
  applies: whereDefenceIsRead,
  check: any(
    ({ defence }) => (defence?.integrity.running.length ?? 0) > 0,
    ({ defence }, { params, collectedAt }) => {
      if (defence === undefined) return false;
      const { aide, lastCheck, inContainers } = defence.integrity;
      if (!aide) {
        return noneRuns(
          inContainers,
          text('Nothing compares the files of the host', '没有工具校验宿主机文件'),
        );
      }
      if (lastCheck === null) {
        return unknown(
          text(
            'AIDE is set up, and no report of it is in the usual places',
            '已配置 AIDE，但在常见位置未找到其报告',
          ),
        );
      }
      return (
        daysBetween(lastCheck, collectedAt) <= params.maxDays ||
        fail(text(`AIDE last compared at ${lastCheck}`, `AIDE 上次校验于 ${lastCheck}`))
      );
    },
  ),
});
