import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { hasHealthCheck } from '../blocks/health-check.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

export const workloadHealthCheck = defineControl({
  id: 'workload-health-check',
  subject: workload,
  rating: ['weakness', 'open'],
  title: {
    en: 'The container has a health check, which does not fail',
    zh: '容器已配置健康检查，且检查未失败',
  },
  failingTitle: {
    en: 'The container has no health check, or is unhealthy by it',
    zh: '容器未配置健康检查，或检查显示其不健康',
  },
  rationale: {
    en: 'A process that hangs is still a running process. Without a health check nothing notices that the service has stopped to answer.',
    zh: '进程挂起后仍显示为运行中。没有健康检查，就无法发现服务早已停止响应。',
  },
  remediation: {
    en: 'Write HEALTHCHECK in the Dockerfile, start it with --health-cmd, or in Compose write healthcheck.test. Remove --no-health-check and disable: true.',
    zh: '在 Dockerfile 中写 HEALTHCHECK，启动时加 --health-cmd，或在 Compose 中写 healthcheck.test；同时去掉 --no-health-check 和 disable: true。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/#healthcheck',
    'https://docs.docker.com/engine/containers/run/#healthchecks',
  ],
  check: all(hasHealthCheck, (w) =>
    w.lifecycle?.health === 'unhealthy'
      ? fail(text('The health check reports that it is unhealthy', '健康检查显示其不健康'))
      : true,
  ),
});
