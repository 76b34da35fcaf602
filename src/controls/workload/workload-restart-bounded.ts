import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const workloadRestartBounded = defineControl({
  id: 'workload-restart-bounded',
  subject: workload,
  rating: ['disruption', 'remote'],
  title: {
    en: 'Restarts come to an end',
    zh: '重启次数有上限',
  },
  failingTitle: {
    en: 'Restarts have no end',
    zh: '重启次数没有上限',
  },
  rationale: {
    en: 'A container that fails and is started without end burns processor time and floods its log, and hides that something is wrong. It also gives an attack that crashes the program as many tries as it needs.',
    zh: '反复失败又被无限重启的容器会空耗 CPU、刷爆日志，并掩盖故障；若攻击手法会使程序崩溃，无限重启还等于给了攻击者无限次尝试的机会。',
  },
  remediation: {
    en: 'Start it with --restart on-failure:5, or in Compose write restart: on-failure:5. Leave it out where something else starts it.',
    zh: '启动时加 --restart on-failure:5，或在 Compose 中写 restart: on-failure:5。由其他机制负责启动时可不设置。',
  },
  references: [
    'https://docs.docker.com/engine/containers/start-containers-automatically/',
    'https://docs.docker.com/reference/cli/docker/container/run/#restart',
  ],
  params: z.object({
    maxRetries: z.number().int().positive().default(5).meta({
      en: 'Most tries after a failure. Five ride out a slow dependency, and are soon over.',
      zh: '失败后的最多重试次数。五次足以等待较慢的依赖就绪，并且很快结束。',
    }),
  }),
  // Labels, which anyone may set, never make a container a Swarm's: it is judged by its own policy.
  applies: (w) =>
    w.origin !== 'swarm-service' ||
    notApplicable(
      text(
        'A Swarm replaces what fails by its own schedule, with a pause in between: that is how it keeps the number of copies',
        'Swarm 按自身的调度策略并带间隔地补齐失败的任务，以维持副本数，不适用单容器重启策略',
      ),
    ),
  check: (w, { params }) => {
    const { policy } = w.restart;
    if (policy === 'no') return true;
    if (policy !== 'on-failure') {
      return fail(
        text(`The restart policy ${policy} has no end`, `重启策略 ${policy} 没有次数上限`),
      );
    }
    const { maximumRetries } = w.restart;
    if (maximumRetries > 0 && maximumRetries <= params.maxRetries) return true;
    return fail(
      maximumRetries === 0
        ? text(
            'The restart policy on-failure has no number of tries, so it has no end',
            '重启策略 on-failure 未指定次数，等于没有上限',
          )
        : text(
            `Restarts up to ${maximumRetries} times, over ${params.maxRetries}`,
            `最多重试 ${maximumRetries} 次，超过允许的 ${params.maxRetries} 次`,
          ),
    );
  },
});
