import type { Check, PlainCheck } from '../../../core/controls/check.ts';
import { all, noneFails } from '../../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { fail, pass, type Verdict } from '../../../core/controls/verdict.ts';
import { processesSaid } from './processes.ts';
import { whileRunning } from './while-running.ts';

/** One further command in a container, as a check sees it. */
type Session = NonNullable<WorkloadFacts['sessions']>[number];

/** A command that Compose will run in a container as if somebody entered it. */
type Hook = NonNullable<WorkloadFacts['hooks']>[number];

const running = whileRunning('sessions');

/** What runs beside the container is no session in it. */
const isInside = ({ onHost }: Hook): boolean => onHost !== true;

/** Applies to what runs, and to what a Compose file will have entered by commands of its own. */
export const mayBeEntered: PlainCheck<WorkloadFacts> = (w) =>
  w.sessions !== undefined || w.hooks?.some(isInside) === true || running(w);

/**
 * Judges every further command in a container (`docker exec`) that the engine still remembers, health checks
 * aside, and of what is only declared every hook. An engine forgets a command some minutes after its end, so that a
 * pass says no more than that.
 *
 * @param judge gets how a person would look for the command
 */
export const eachSeenSession = (
  judge: (command: Session | Hook, shown: Text) => true | Verdict,
): Check<WorkloadFacts> =>
  all(
    noneFails(
      (w) => w.sessions ?? [],
      (session) => session.healthCheck || judge(session, describeSession(session)),
    ),
    noneFails(
      (w) => (w.sessions === undefined ? (w.hooks ?? []).filter(isInside) : []),
      (hook) => judge(hook, describeHook(hook)),
    ),
    (w) =>
      w.sessions === undefined ||
      pass(
        text(
          'Only what runs now or ended minutes ago was seen: earlier sessions leave no trace in the API of the engine',
          '仅检查了正在运行及刚结束数分钟内的会话：更早的会话不会在引擎 API 中留下痕迹',
        ),
      ),
  );

/**
 * Judges every process that came into a container from the host past its engine, as far as the host was seen: no engine
 * remembers those.
 */
export const enteredBeside =
  <P>(
    isAllowed: (process: Process, w: WorkloadFacts) => boolean,
    what: Text,
  ): Check<WorkloadFacts, P> =>
  (w) => {
    const wrong = (w.processes ?? []).filter(
      (each) => each.entered === true && !isAllowed(each, w),
    );
    return wrong.length === 0 || fail(processesSaid(wrong, what));
  };

type Process = NonNullable<WorkloadFacts['processes']>[number];

const describeSession = ({ program, running: runs, id }: Session): Text =>
  text(
    `${program} (${runs ? 'running' : 'ended'}, exec ${id.slice(0, 12)})`,
    `${program}（${runs ? '运行中' : '已结束'}，exec ${id.slice(0, 12)}）`,
  );

const describeHook = ({ program, when, name }: Hook): Text =>
  name === undefined
    ? text(`${program} (hook ${hookNames[when]})`, `${program}（钩子 ${hookNames[when]}）`)
    : text(`${program} (${name})`, `${program}（${name}）`);

/** As Compose files spell them. */
const hookNames: Readonly<Record<Hook['when'], string>> = {
  'before-start': 'pre_start',
  'after-start': 'post_start',
  'before-stop': 'pre_stop',
};
