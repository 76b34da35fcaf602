import { defineControl } from '../../core/controls/control.ts';
import { secret } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const secretUsed = defineControl({
  id: 'secret-used',
  subject: secret,
  rating: ['weakness', 'open'],
  title: {
    en: 'Some service uses the secret',
    zh: '有服务正在使用该 Secret（敏感凭据）',
  },
  failingTitle: {
    en: 'No service uses the secret',
    zh: '没有服务使用该 Secret（敏感凭据）',
  },
  rationale: {
    en: 'A secret that nothing uses is still good for whatever it opens, and anyone who may create a service can have it handed out. Nobody rotates what nobody needs.',
    zh: '闲置的 Secret（敏感凭据）仍可打开它所对应的系统，而有权创建服务者随时可令其下发。无人使用的 Secret 也不会有人轮换。',
  },
  remediation: {
    en: 'Find out what it opens and revoke it there, then remove it: docker secret rm NAME, or docker config rm NAME.',
    zh: '先查明用途并在对应系统中撤销，然后删除：docker secret rm 名称 或 docker config rm 名称。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/secrets/',
    'https://docs.docker.com/reference/cli/docker/secret/rm/',
  ],
  check: (s) =>
    s.usedBy[0] !== undefined || fail(text('No service is given it', '没有任何服务使用')),
});
