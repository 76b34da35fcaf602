import { defineControl } from '../../core/controls/control.ts';
import { hasHealthCheck } from '../blocks/health-check.ts';
import { image } from '../../core/subjects/image.ts';

export const imageHealthCheck = defineControl({
  id: 'image-health-check',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'The image has a health check',
    zh: '镜像自带健康检查',
  },
  failingTitle: {
    en: 'The image has no health check',
    zh: '镜像没有健康检查',
  },
  rationale: {
    en: 'Without a health check the engine sees only that a process exists. A service that hangs or has lost its database goes on being called healthy, and nobody notices.',
    zh: '没有健康检查，引擎只知道进程还在。服务卡死或断开数据库后仍会被当作正常，故障无人知晓。',
  },
  remediation: {
    en: 'Add to the Dockerfile: HEALTHCHECK --interval=30s --timeout=3s CMD ["/app/healthcheck"]. The command must ask the service itself, and exit with 1 when it does not answer.',
    zh: '在 Dockerfile 中加入：HEALTHCHECK --interval=30s --timeout=3s CMD ["/app/healthcheck"]。该命令应真正探测服务，服务无响应时以 1 退出。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/'],
  check: hasHealthCheck,
});
