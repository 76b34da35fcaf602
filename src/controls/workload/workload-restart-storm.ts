import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { createdOnce } from '../blocks/workload/created-once.ts';

/** Minutes between two instants; from one that is not known, as long as can be. */
const minutesBetween = (from: string | null, to: string): number =>
  from === null ? Number.POSITIVE_INFINITY : (Date.parse(to) - Date.parse(from)) / 60_000;

export const workloadRestartStorm = defineControl({
  id: 'workload-restart-storm',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container is not restarted over and over',
    zh: '容器未陷入反复重启',
  },
  failingTitle: {
    en: 'The container is restarted over and over',
    zh: '容器陷入反复重启',
  },
  rationale: {
    en: 'A container that the engine starts again and again serves nobody, and takes processor time, writes logs and churns networks while it fails. Behind it is a fault, or an attack that crashes it at every try.',
    zh: '被引擎反复拉起的容器并未提供服务，却在不断失败中消耗 CPU、刷写日志、反复创建网络。其背后是故障，或是每次尝试都会使其崩溃的攻击。',
  },
  remediation: {
    en: 'Find out why it ends: docker logs NAME and docker inspect --format "{{.State.ExitCode}} {{.State.Error}}" NAME. Fix that, and bound the tries: --restart on-failure:5.',
    zh: '查明退出原因：docker logs NAME，docker inspect --format "{{.State.ExitCode}} {{.State.Error}}" NAME。修复后限制重试次数：--restart on-failure:5。',
  },
  references: [
    'https://docs.docker.com/engine/containers/start-containers-automatically/',
    'https://docs.docker.com/reference/api/engine/',
  ],
  params: z.object({
    restarts: z.number().int().positive().default(3).meta({
      en: 'From how many starts by the restart policy on it counts. Two may be a slow dependency at boot.',
      zh: '由重启策略自动拉起达到多少次即计入。两次可能只是开机时依赖服务启动较慢。',
    }),
    settledMinutes: z.number().positive().default(60).meta({
      en: 'Minutes for which it must have run since its last start to have settled. The engine waits a minute at most between tries.',
      zh: '自上次启动起持续运行多少分钟视为已恢复稳定。引擎两次重试之间最多等待一分钟。',
    }),
  }),
  applies: createdOnce,
  check: (w, { params, collectedAt }) => {
    const { lifecycle } = w;
    const restarts = lifecycle?.restartCount ?? 0;
    if (restarts < params.restarts) return true;
    const running = w.state === 'running' || w.state === 'paused';
    const until = running ? collectedAt : (lifecycle?.finishedAt ?? collectedAt);
    const settled =
      w.state !== 'restarting' &&
      minutesBetween(lifecycle?.startedAt ?? null, until) >= params.settledMinutes;
    if (settled) return true;
    const code = lifecycle?.exitCode ?? 0;
    return fail(
      running
        ? text(
            `Restarted ${restarts} times, the last time less than ${params.settledMinutes} minutes ago`,
            `已被自动重启 ${restarts} 次，最近一次距今不足 ${params.settledMinutes} 分钟`,
          )
        : text(
            `Restarted ${restarts} times and ended soon each time, last with exit code ${code}`,
            `已被自动重启 ${restarts} 次且很快退出，最后一次退出码为 ${code}`,
          ),
    );
  },
});
