import type { Check } from '../../core/controls/check.ts';
import { all, each } from '../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';
import { text } from '../../core/text.ts';
import { pass, type Verdict } from '../../core/controls/verdict.ts';

/** One further command in a container, as a check sees it. */
export type Session = NonNullable<WorkloadFacts['sessions']>[number];

/**
 * Judges every further command in a container (`docker exec`) that the engine still remembers, health checks
 * aside. An engine forgets a command some minutes after its end, so that a pass says no more than that.
 */
export const eachSeenSession = (
  judge: (session: Session) => true | Verdict,
): Check<WorkloadFacts> =>
  all(
    each(
      (w) => w.sessions ?? [],
      (session) => session.healthCheck || judge(session),
    ),
    () =>
      pass(
        text(
          'Only what runs now or ended minutes ago was seen: earlier sessions leave no trace in the API of the engine',
          '仅检查了正在运行及刚结束数分钟内的会话：更早的会话不会在引擎 API 中留下痕迹',
        ),
      ),
  );

/** Names a session as a person would look for it. */
export const describeSession = ({ program, running, id }: Session) =>
  text(
    `${program} (${running ? 'running' : 'ended'}, exec ${id.slice(0, 12)})`,
    `${program}（${running ? '运行中' : '已结束'}，exec ${id.slice(0, 12)}）`,
  );
