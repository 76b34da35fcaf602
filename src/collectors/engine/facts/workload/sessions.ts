import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import type { RawContainer, RawExec } from '../../api-schemas/container.ts';
import type { Sessions } from '../../reading/read-sessions.ts';
import { missing, more, read, sourced, type Partly } from '../../../gathering/partial-facts.ts';
import { userOf } from '../../../workload/user-of.ts';
import { text } from '../../../../core/text.ts';

type Facts = NonNullable<z.output<(typeof workload)['schema']>['sessions']>;

/**
 * The further commands in a container that the engine remembers, by their ids. What was too much to ask
 * for leaves the end of the list open.
 */
export function sessionsOf(container: RawContainer, { asked, left }: Sessions): Partly<Facts> {
  const known = asked.map(({ id, answer }) =>
    'value' in answer ? read(() => describe(container, answer.value, id)) : missing(answer.failure),
  );
  if (left === 0) return known;
  const detail = text(`${left} further commands were not asked for`, `另有 ${left} 条命令未查询`);
  return [...known, more({ reason: 'unsupported', detail })];
}

function describe(container: RawContainer, raw: RawExec, id: string) {
  const { ProcessConfig } = raw;
  return sourced(
    {
      id,
      user: read(() => userOf(ProcessConfig.user || container.Config.User)),
      privileged: read(() => ProcessConfig.privileged),
      running: read(() => raw.Running),
      program: read(() => ProcessConfig.entrypoint.replace(/^.*\//, '')),
      healthCheck: read(() => isHealthCheck(container, raw)),
    },
    { kind: 'api', endpoint: `/exec/${id}/json`, pointer: '/ProcessConfig' },
  );
}

/** The engine runs a health check as it runs any command, and says no word of it. */
export function isHealthCheck({ Config }: RawContainer, { ProcessConfig }: RawExec): boolean {
  const { user, privileged, entrypoint } = ProcessConfig;
  if (privileged || (user !== '' && user !== Config.User)) return false;
  const [form, ...test] = Config.Healthcheck?.Test ?? [];
  const words = [entrypoint, ...ProcessConfig.arguments];
  const own = form === 'CMD-SHELL' ? words.slice(-1) : words;
  return (
    test.length > 0 && own.length === test.length && own.every((word, at) => word === test[at])
  );
}
