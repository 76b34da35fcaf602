import type { PlainCheck } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text } from '../../../core/text.ts';
import { notApplicable, unknown } from '../../../core/controls/verdict.ts';

/** The states in which nothing runs. */
export const idle: ReadonlySet<WorkloadFacts['state']> = new Set([
  'declared',
  'created',
  'removing',
  'exited',
  'dead',
]);

/** Said of what is idle. */
export const notRunning = text(
  'Not running, so there is nothing to check yet',
  '该工作负载未在运行，没有可检查的内容',
);

/** Applies where a fact that only a running container has was read; an idle one has nothing to judge. */
export const whileRunning =
  (fact: 'processes' | 'changes' | 'sessions' | 'differences'): PlainCheck<WorkloadFacts> =>
  (w) => {
    if (w[fact] !== undefined) return true;
    return idle.has(w.state)
      ? notApplicable(notRunning)
      : unknown(
          w.state === 'restarting'
            ? text(
                'Its engine starts it again and again, and nothing of it ran when it was read',
                '引擎正在反复重启该工作负载，采集时其中没有进程在运行',
              )
            : text(
                'Started, but the processes inside were not read',
                '该工作负载已启动，但未采集到其内部运行情况',
              ),
        );
  };
