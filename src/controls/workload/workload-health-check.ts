import { defineControl } from '../../core/controls/control.ts';
import { hasHealthCheck } from '../blocks/health-check.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

export const workloadHealthCheck = defineControl({
  id: 'workload-health-check',
  subject: workload,
  rating: ['weakness', 'open'],
  title: {
    en: 'The container has a health check',
    zh: '容器已配置健康检查',
  },
  failingTitle: {
    en: 'The container has no health check',
    zh: '容器未配置健康检查',
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
  check: hasHealthCheck,
});
