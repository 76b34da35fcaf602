import { z } from 'zod';
import { all, beside } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostTimeSynchronised = defineControl({
  id: 'host-time-synchronised',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The host’s clock is kept by a time service that works',
    zh: '宿主机时钟由有效运行的时间服务同步',
  },
  failingTitle: {
    en: 'No working time service keeps the host’s clock',
    zh: '宿主机时钟未由有效运行的时间服务同步',
  },
  rationale: {
    en: 'Container logs, audit records and certificates all go by the host’s clock. Where it drifts, what happened on two hosts cannot be put in order, and certificates fail or are good for too long. A service that is set up and does not run, or reaches no source, keeps no clock.',
    zh: '容器日志、审计记录和证书都以宿主机时钟为准。时钟漂移会使多台主机上的事件无法排序，证书提前失效或超期有效。配置了却未运行，或连不上时间源的服务，并不能校准时钟。',
  },
  remediation: {
    en: 'apt-get install chrony && systemctl enable --now chrony (or systemctl enable --now systemd-timesyncd), and see that it has a source: chronyc tracking, timedatectl timesync-status.',
    zh: '执行 apt-get install chrony && systemctl enable --now chrony（或 systemctl enable --now systemd-timesyncd），并确认已连上时间源：chronyc tracking、timedatectl timesync-status。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/systemd-timesyncd.service.8.html',
    'https://chrony-project.org/documentation.html',
  ],
  params: z.object({
    maxHours: z.number().positive().default(24).meta({
      en: 'Hours since the service last left a sign. 24: each of them does once an hour or so while it reaches a source.',
      zh: '距时间服务上次留下校准痕迹的最大小时数。24：能连上时间源时，各服务约每小时留痕一次。',
    }),
  }),
  check: beside(
    all(
      (h) =>
        h.clock.running.length > 0 || fail(text('No time service runs', '没有运行时间同步服务')),
      (h, ctx) => {
        const { lastSet } = h.clock;
        if (lastSet === null) {
          return unknown(
            text(
              'Nothing shows that the clock was ever set: ask the service itself',
              '没有迹象表明时钟曾被校准，请直接查询该服务',
            ),
          );
        }
        const hours = daysBetween(lastSet, ctx.collectedAt) * 24;
        return (
          hours <= ctx.params.maxHours ||
          fail(text(`The clock was last set at ${lastSet}`, `时钟最后一次校准于 ${lastSet}`))
        );
      },
    ),
    (h) => h.clock.enabled.length,
  ),
});
