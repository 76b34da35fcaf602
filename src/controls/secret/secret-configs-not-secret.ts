import { defineControl } from '../../core/controls/control.ts';
import { secret } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const secretConfigsNotSecret = defineControl({
  id: 'secret-configs-not-secret',
  subject: secret,
  rating: ['breach', 'one step'],
  title: {
    en: 'A configuration holds no secret',
    zh: '配置（config）中不含敏感凭据',
  },
  failingTitle: {
    en: 'A configuration holds a secret',
    zh: '配置（config）中含有敏感凭据',
  },
  rationale: {
    en: 'The API hands out the content of a configuration to everyone who may read the Swarm, and a task finds it on its disk. What belongs into the store of secrets is there in the clear, and so it is in a Compose file that holds the content.',
    zh: 'config 的内容，凡可读取集群者都能通过 API 取得，任务中也以普通文件存放。本应存入 Secret（敏感凭据）存储的内容，在此等于明文；写在 Compose 文件中的 content 亦然。',
  },
  remediation: {
    en: 'Move the secret part to a secret, docker secret create NAME FILE, or secrets: in Compose, refer to it by its path, /run/secrets/NAME, and make the configuration anew without it; then change the secret, since it was readable.',
    zh: '将 Secret（敏感凭据）部分移入 Secret 存储：docker secret create 名称 文件（Compose 用 secrets:），在配置中以 /run/secrets/名称 引用，并重新创建不含 Secret 的 config；该 Secret 已可被读取，应随即更换。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/configs/',
    'https://docs.docker.com/engine/swarm/secrets/',
  ],
  applies: (s) =>
    s.store === 'config' ||
    notApplicable(text('This is a secret', '此为 Secret（敏感凭据），不是配置')),
  check: (s) => {
    const rules = s.secretRules ?? [];
    if (rules.length === 0) return true;
    return fail(
      text(
        `The content holds what looks like a secret (${rules.join(', ')})`,
        `其内容疑似包含 Secret（敏感凭据）（规则：${rules.join('、')}）`,
      ),
    );
  },
});
