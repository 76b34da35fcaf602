import { fail, type Verdict } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { startedServices } from '../../build-analysis/programs/started-services.ts';

/** Fails on a command whose shell leaves several services running side by side. */
export function failOnSeveral(command: readonly string[]): Verdict | true {
  const found = startedServices(command);
  if (found.length < 2) return true;
  return fail(
    text(
      `The shell starts ${found.join(', ')} side by side`,
      `由 shell 同时启动多个服务：${found.join('、')}`,
    ),
  );
}
