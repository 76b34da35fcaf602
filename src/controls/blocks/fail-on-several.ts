import { fail, type Verdict } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { servicesIn, startedServices } from '../../build-analysis/programs/started-services.ts';

/**
 * Fails on a command whose shell leaves several services running side by side.
 *
 * @param scripts what it runs, with the scripts that are known
 */
export function failOnSeveral(
  command: readonly string[],
  scripts: readonly (readonly ShellCommand[])[] = [],
): Verdict | true {
  const found =
    [startedServices(command), ...scripts.map(servicesIn)].find((each) => each.length > 1) ?? [];
  if (found.length < 2) return true;
  return fail(
    text(
      `The shell starts ${found.join(', ')} side by side`,
      `由 shell 同时启动多个服务：${found.join('、')}`,
    ),
  );
}
