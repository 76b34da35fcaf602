import type { Check } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text } from '../../../core/text.ts';
import { notApplicable, unknown } from '../../../core/controls/verdict.ts';

/** Applies to containers that exist, whether or not they run now: what is only declared has no past. */
export const createdOnce: Check<WorkloadFacts> = (w) => {
  if (w.lifecycle !== undefined) return true;
  return w.origin === 'container'
    ? unknown(text('The starts and ends were not read', '未采集到其启动与退出情况'))
    : notApplicable(
        text(
          'Only declared; its containers are judged one by one',
          '仅为声明，实际运行情况由各容器分别判定',
        ),
      );
};
