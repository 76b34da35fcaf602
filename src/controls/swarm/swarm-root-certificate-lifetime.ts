import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';

export const swarmRootCertificateLifetime = defineControl({
  id: 'swarm-root-certificate-lifetime',
  subject: swarm,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The Swarm’s root certificate is good for a while, and no rotation is half done',
    zh: '集群根证书未临近到期，轮换均已完成',
  },
  failingTitle: {
    en: 'The Swarm’s root certificate ends soon, or a rotation is half done',
    zh: '集群根证书临近到期，或有轮换未完成',
  },
  rationale: {
    en: 'When the root certificate ends, no node trusts another any more. A rotation that hangs leaves the old root trusted, which is just what the rotation was to end.',
    zh: '根证书到期后，节点之间不再互信，集群即告瘫痪。轮换若中途停滞，旧根证书仍受信任，轮换也就失去了意义。',
  },
  remediation: {
    en: 'Rotate with docker swarm ca --rotate. If it does not end, docker node ls shows the nodes that are down and hold it up: bring them back, or remove them with docker node rm.',
    zh: '用 docker swarm ca --rotate 轮换。若迟迟不结束，用 docker node ls 找出离线的节点：恢复它们，或用 docker node rm 移除。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/how-swarm-mode-works/pki/',
    'https://docs.docker.com/reference/cli/docker/swarm/ca/',
  ],
  params: z.object({
    minDays: z.number().nonnegative().default(180).meta({
      en: 'Days that must be left. 180 gives two quarterly windows to rotate in.',
      zh: '根证书至少应剩余的天数。180 天可留出两个季度的轮换窗口。',
    }),
  }),
  check: all(
    (s, { params, collectedAt }) => {
      const left = daysBetween(collectedAt, s.rootCertificateExpiresAt);
      if (left >= params.minDays && left > 0) return true;
      const whole = Math.floor(left);
      return fail(
        left > 0
          ? text(`Ends in ${whole} days`, `将在 ${whole} 天后到期`)
          : text('Has expired', '已经到期'),
      );
    },
    (s) =>
      !s.rootRotationInProgress ||
      fail(text('A rotation of it has not ended yet', '根证书轮换尚未完成')),
  ),
});
