import { all } from '../../core/controls/combinators.ts';
import { isAlwaysHealthy } from '../../build-analysis/programs/always-healthy.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { defineControl } from '../../core/controls/control.ts';
import { hasHealthCheck } from '../blocks/health-check.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';

export const dockerfileHealthCheck = defineControl({
  id: 'dockerfile-health-check',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'The build file declares a health check',
    zh: 'Dockerfile 声明了健康检查',
  },
  failingTitle: {
    en: 'The build file declares no health check',
    zh: 'Dockerfile 未声明健康检查',
  },
  rationale: {
    en: 'Without one the engine sees only that a process exists. A service that hangs goes on being called healthy, as one does whose check ends in || true.',
    zh: '没有健康检查，引擎只知道进程存在，服务卡死也会被当作正常；以 || true 结尾的检查同样如此。',
  },
  remediation: {
    en: 'Add to the last stage: HEALTHCHECK --interval=30s --timeout=3s CMD ["/app/healthcheck"].',
    zh: '在最后一个阶段加入：HEALTHCHECK --interval=30s --timeout=3s CMD ["/app/healthcheck"]。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  check: all(
    hasHealthCheck,
    ({ healthCheck: { test } }) =>
      (test.length > 0 && !isAlwaysHealthy(test)) ||
      fail(text('The health check cannot fail', '健康检查不可能失败')),
  ),
});
