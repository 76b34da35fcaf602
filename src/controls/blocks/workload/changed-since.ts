import { combinator, evaluate, type Check } from '../../../core/controls/check.ts';
import { noneFails } from '../../../core/controls/combinators.ts';
import { fail, pass } from '../../../core/controls/verdict.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { nameProcesses } from './processes.ts';

type Difference = NonNullable<WorkloadFacts['differences']>[number];

/** The words of a difference, which are no names and no values of their own. */
const words: ReadonlyMap<string, string> = new Map([
  ['none', '无'],
  ['read-only', '只读'],
  ['writable', '可写'],
  ['masked', '屏蔽'],
  ['open', '可访问'],
  ['private', '独立'],
  ['host', '宿主机'],
]);

const inChinese = (value: string): string =>
  words.get(value) ?? ` ${value}`.replace(/^ interface /, '网络接口 ');

/** Says what differs, and of which processes where it is not the whole container. */
export function differenceSaid(difference: Difference): Text {
  const { setting, configured, inForce, processes, nextStart } = difference;
  if (nextStart !== undefined) {
    return text(
      `${setting}: in force ${inForce}; the next start mounts ${nextStart}, where ${configured} leads now`,
      `${setting}：实际生效为 ${inForce}；${configured} 现已指向 ${nextStart}，下次启动将挂载后者`,
    );
  }
  const names = processes && nameProcesses(processes);
  return text(
    `${setting}: configured ${configured}, in force ${inForce}${names ? ` for ${names.en}` : ''}`,
    `${setting}：配置为${inChinese(configured)}，${names ? `对 ${names.zh} ` : ''}实际生效为${inChinese(inForce)}`,
  );
}

/** Which settings a check is about, as differences call them (`memory`), or what theirs begin with. */
type About = string | readonly string[] | RegExp;

/**
 * Judges by `check`. Where that fails on what is in force otherwise than the container was made, the message says so, since
 * another setting would not help, and names the processes that it is about.
 */
export const sayingChange = <P>(
  about: About,
  check: Check<WorkloadFacts, P>,
): Check<WorkloadFacts, P> =>
  combinator((w, ctx) => {
    const found = evaluate(check, w, ctx);
    if (found.status !== 'fail') return found;
    const since = evaluate(noneLifted<P>(about), w, ctx);
    return since.status === 'fail' ? since : found;
  });

/** Applies as `applies` does, and also where the setting was configured and is not in force. */
export const orLifted = <P>(
  about: About,
  applies: Check<WorkloadFacts, P>,
): Check<WorkloadFacts, P> =>
  combinator((w, ctx) => {
    const found = evaluate(applies, w, ctx);
    if (found.status !== 'not-applicable') return found;
    return evaluate(noneLifted<P>(about), w, ctx).status === 'fail' ? pass() : found;
  });

/** Fails where more is in force than was configured, and says so. Where that was not read, the engine's word stands. */
const noneLifted = <P>(about: About): Check<WorkloadFacts, P> =>
  noneFails(
    ({ differences }) =>
      (differences ?? []).filter(
        ({ setting, stricter }) =>
          stricter !== true &&
          (about instanceof RegExp ? about.test(setting) : [about].flat().includes(setting)),
      ),
    (each) => fail(changed(each)),
  );

function changed(difference: Difference): Text {
  const said = differenceSaid(difference);
  return difference.processes === undefined
    ? text(`Changed since the container was made: ${said.en}`, `容器创建后被更改：${said.zh}`)
    : text(`Not in force everywhere: ${said.en}`, `并非对所有进程生效：${said.zh}`);
}

/** What to do where {@link sayingChange} says that a limit is configured, and not in force. */
export const restored = {
  en: 'Where it was set and is not in force, another setting does not help: restart the container, or set it again with docker update. End a process that came in from outside, or move it into the container’s cgroup.',
  zh: '若已设置但未生效，更改配置并无作用：重启容器，或用 docker update 重新设置；对从外部进入的进程，应将其终止或移入容器的 cgroup。',
};
