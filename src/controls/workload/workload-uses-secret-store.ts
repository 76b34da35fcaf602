import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { secret } from '../../core/subjects/swarm.ts';
import { noSecretIn } from '../blocks/secrets.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const workloadUsesSecretStore = defineControl({
  id: 'workload-uses-secret-store',
  subject: workload,
  rating: ['breach', 'one step'],
  title: {
    en: 'The service gets its secrets from the Swarm’s store',
    zh: '服务的 Secret（敏感凭据）由 Swarm 的 Secret 存储下发',
  },
  failingTitle: {
    en: 'The service gets its secrets past the Swarm’s store',
    zh: '服务的 Secret（敏感凭据）未由 Swarm 的 Secret 存储下发',
  },
  rationale: {
    en: 'The store encrypts a secret, gives it only to the nodes that run the service, and lays it into memory. In the environment the same secret stands in the service’s description, for everyone who may read that.',
    zh: 'Secret（敏感凭据）存储会加密保存，只下发到运行该服务的节点，并置于内存。写在环境变量里，同一 Secret 就明文出现在服务描述中，凡可查看者都能读到。',
  },
  remediation: {
    en: 'Put it into the store, printf %s VALUE | docker secret create NAME -, hand it over, docker service update --secret-add NAME --env-rm VARIABLE SERVICE, and let the program read /run/secrets/NAME. Then change it, since it was seen.',
    zh: '存入 Secret（敏感凭据）存储：printf %s 内容 | docker secret create 名称 -；下发并移除变量：docker service update --secret-add 名称 --env-rm 变量 服务名；程序改为读取 /run/secrets/名称。已暴露的 Secret 应随即更换。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/secrets/',
    'https://docs.docker.com/compose/how-tos/use-secrets/',
  ],
  applies: (w, ctx) => {
    if (w.origin !== 'swarm-service') {
      return notApplicable(
        text(
          'The store serves services of a Swarm, and this is none',
          'Secret（敏感凭据）存储仅服务于 Swarm 服务，此处不是',
        ),
      );
    }
    const given = ctx
      .all(secret)
      .some(({ store, usedBy }) => store === 'secret' && usedBy.includes(w.service?.id ?? ''));
    const holds = w.environment.some((value) => value.secret) || w.secretArguments.length > 0;
    return (
      given ||
      holds ||
      notApplicable(text('No secret is given to it', '该服务未使用任何 Secret（敏感凭据）'))
    );
  },
  check: all(
    noSecretIn((w) => w.environment, text('The variable', '环境变量')),
    noneFails(
      (w) => w.secretArguments,
      (rule) =>
        fail(
          text(
            `The command or the health check holds what looks like a secret (${rule})`,
            `启动命令或健康检查疑似包含 Secret（敏感凭据）（规则：${rule}）`,
          ),
        ),
    ),
  ),
});
