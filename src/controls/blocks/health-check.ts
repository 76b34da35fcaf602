import type { PlainCheck } from '../../core/controls/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

const reasons = {
  absent: text('No health check', '未定义健康检查'),
  disabled: text('The health check is switched off', '健康检查已被关闭'),
} as const;

/** Whether it has a health check that is switched on. Works on workloads, images and Dockerfiles. */
export const hasHealthCheck: PlainCheck<Pick<WorkloadFacts, 'healthCheck'>> = ({
  healthCheck: { state },
}) => state === 'set' || fail(reasons[state]);
