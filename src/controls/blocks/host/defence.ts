import type { PlainCheck } from '../../../core/controls/check.ts';
import { fail, unknown, type Verdict } from '../../../core/controls/verdict.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text, type Text } from '../../../core/text.ts';
import { notRead } from './not-read.ts';

/** Applies to every host that was read for it. */
export const whereDefenceIsRead: PlainCheck<HostFacts> = (h) => h.defence !== undefined || notRead;

/** The verdict where no program of a purpose runs on the host: a name in a container is no proof of a program. */
export function noneRuns(inContainers: readonly string[], none: Text): Verdict {
  if (inContainers.length === 0) return fail(none);
  const names = inContainers.join(', ');
  return unknown(
    text(
      `In a container runs what is called ${names}; whether it is that program was not read`,
      `容器中运行着名为 ${names} 的程序，是否确为该程序未予读取`,
    ),
  );
}
