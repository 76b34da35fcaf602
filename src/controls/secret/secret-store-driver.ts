import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { secret } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const secretStoreDriver = defineControl({
  id: 'secret-store-driver',
  subject: secret,
  rating: ['breach', 'remote'],
  title: {
    en: 'The secret is kept in a store that is approved',
    zh: 'Secret（敏感凭据）存放于批准的存储',
  },
  failingTitle: {
    en: 'The secret is kept in a store that is not approved',
    zh: 'Secret（敏感凭据）存放于未经批准的存储',
  },
  rationale: {
    en: 'A driver hands out secrets in the Swarm’s place, by rules of its own: whether it encrypts, whom it tells and what it logs, the Swarm cannot know. Only a store that was looked at may do that.',
    zh: 'Secret（敏感凭据）驱动代替 Swarm 下发 Secret，是否加密、告知了谁、记录了什么，Swarm 均无从得知。只有经过审核的存储才可承担这一职责。',
  },
  remediation: {
    en: 'Make it anew in the approved store: docker secret create NAME FILE for the Swarm’s own, or docker secret create --driver DRIVER NAME; exchange it with docker service update --secret-rm and --secret-add.',
    zh: '在批准的存储中重新创建：Swarm 自带存储用 docker secret create 名称 文件，外部存储用 docker secret create --driver 驱动 名称；再用 docker service update --secret-rm 与 --secret-add 替换。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/secret/create/',
    'https://docs.docker.com/engine/swarm/secrets/',
  ],
  params: z.object({
    drivers: z.array(z.string()).default(['']).meta({
      en: 'Drivers that may keep secrets; an empty name is the Swarm’s own store, which encrypts them and is the default. Name a vault’s driver where policy asks for one, and take the empty name out.',
      zh: '允许保存 Secret（敏感凭据）的驱动；空字符串表示 Swarm 自带的加密存储，即默认值。策略要求使用专用密钥库时，填写其驱动名并去掉空字符串。',
    }),
  }),
  applies: (s) =>
    s.store === 'secret' ||
    notApplicable(text('This is a configuration', '这是配置，不是 Secret（敏感凭据）')),
  check: (s, { params }) => {
    if (params.drivers.includes(s.driver)) return true;
    return fail(
      s.driver === ''
        ? text('Kept in the Swarm’s own store', '存放于 Swarm 自带的存储')
        : text(`The driver ${s.driver} keeps it`, `由驱动 ${s.driver} 保存`),
    );
  },
});
