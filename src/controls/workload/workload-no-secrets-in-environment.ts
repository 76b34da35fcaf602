import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { noSecretIn } from '../blocks/secrets.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, failureAt } from '../../core/controls/verdict.ts';

export const workloadNoSecretsInEnvironment = defineControl({
  id: 'workload-no-secrets-in-environment',
  subject: workload,
  rating: ['breach', 'one step'],
  title: {
    en: 'No secret is in the container’s environment, labels, command or volume options',
    zh: '环境变量、标签、启动命令和卷选项中不含敏感凭据',
  },
  failingTitle: {
    en: 'A secret is in the container’s environment, labels, command or volume options',
    zh: '环境变量、标签、启动命令或卷选项中含有敏感凭据',
  },
  rationale: {
    en: 'Environment, labels and command are shown by docker inspect, inherited by every child process and written to crash reports and logs; docker volume inspect shows the options of a volume. What is there is no longer secret.',
    zh: '环境变量、标签和启动命令可被 docker inspect 查看，会被所有子进程继承，还会写入崩溃报告和日志；卷选项可被 docker volume inspect 查看。口令、密钥放在这些位置即等于明文存放。',
  },
  remediation: {
    en: 'Give it as a file: docker secret create and --secret for a Swarm, secrets: in Compose, and let the program read it from /run/secrets (many images take NAME_FILE). Mount a share that asks for a password on the host, by a file that root alone reads (credentials= in /etc/fstab), and bind it. Then change the secret, since it was seen.',
    zh: '改以文件方式提供：Swarm 用 docker secret create 与 --secret，Compose 用 secrets:，由程序从 /run/secrets 读取（多数镜像支持“变量名_FILE”形式）。需口令的网络共享应由主机凭仅 root 可读的凭据文件挂载（/etc/fstab 中的 credentials=），再绑定给容器。已暴露的口令、密钥应立即更换。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/secrets/',
    'https://docs.docker.com/compose/how-tos/use-secrets/',
    'https://docs.docker.com/reference/cli/docker/volume/create/#opt',
  ],
  check: all(
    noSecretIn((w) => w.environment, text('The variable', '环境变量')),
    noSecretIn((w) => w.secretLabels, text('The label', '标签')),
    noSecretIn(
      (w) => w.secretServiceLabels ?? [],
      text('The label of its Swarm service', 'Swarm 服务标签'),
    ),
    noneFails(
      (w) => w.secretVolumeOptions ?? [],
      ({ volume, option, rule }) =>
        fail(
          text(
            `The option ${option} of the volume ${volume} holds what looks like a secret (${rule})`,
            `卷 ${volume} 的选项 ${option} 疑似包含敏感信息（规则：${rule}）`,
          ),
        ),
    ),
    noneFails(
      (w) => w.secretArguments,
      (rule) =>
        failureAt(
          '/secretArguments',
          fail(
            text(
              `The command, the health check or a hook holds what looks like a secret (${rule})`,
              `启动命令、健康检查或钩子疑似包含敏感信息（规则：${rule}）`,
            ),
          ),
        ),
    ),
  ),
});
