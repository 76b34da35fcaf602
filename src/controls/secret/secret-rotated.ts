import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { secret } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';

export const secretRotated = defineControl({
  id: 'secret-rotated',
  subject: secret,
  rating: ['breach', 'remote'],
  title: {
    en: 'The secret was replaced recently',
    zh: 'Secret（敏感凭据）在规定期限内更换过',
  },
  failingTitle: {
    en: 'The secret was not replaced recently',
    zh: 'Secret（敏感凭据）超过规定期限未更换',
  },
  rationale: {
    en: 'The longer a secret stays the same, the more people, backups and logs have it. Replacing it ends whatever a copy, known or unknown, was still good for.',
    zh: 'Secret（敏感凭据）使用越久，知悉它的人员、备份和日志就越多。定期更换可使一切已知、未知的副本失效。',
  },
  remediation: {
    en: 'Make a new one, docker secret create NAME-v2 FILE, exchange it with docker service update --secret-rm NAME-v1 --secret-add source=NAME-v2,target=NAME SERVICE, and remove the old one: docker secret rm NAME-v1.',
    zh: '新建 Secret（敏感凭据）：docker secret create 名称-v2 文件；用 docker service update --secret-rm 名称-v1 --secret-add source=名称-v2,target=名称 服务名 替换；再删除旧的：docker secret rm 名称-v1。',
  },
  references: ['https://docs.docker.com/engine/swarm/secrets/'],
  params: z.object({
    maxDays: z.number().positive().default(365).meta({
      en: 'Days that a secret may stay the same. 365: a yearly rotation, as most key policies ask at least.',
      zh: 'Secret（敏感凭据）可保持不变的最长天数。365：每年轮换一次，是多数密钥管理制度的最低要求。',
    }),
  }),
  applies: (s) => {
    if (s.store === 'config') {
      return notApplicable(text('This is a configuration', '这是配置，不是 Secret（敏感凭据）'));
    }
    return (
      s.driver === '' ||
      notApplicable(
        text(
          `The driver ${s.driver} holds its value, and rotates it elsewhere`,
          `其内容由驱动 ${s.driver} 保管，在外部系统中轮换`,
        ),
      )
    );
  },
  check: (s, { params, collectedAt }) => {
    // What a Swarm holds cannot be changed: an update touches labels alone, so only the creation counts.
    const days = daysBetween(s.createdAt, collectedAt);
    if (days <= params.maxDays) return true;
    const whole = Math.floor(days);
    return fail(text(`Unchanged for ${whole} days`, `已 ${whole} 天未更换`));
  },
});
