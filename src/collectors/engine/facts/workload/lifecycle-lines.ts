import { at } from '../../../gathering/fact-lines.ts';
import { missing } from '../../../gathering/partial-facts.ts';
import { unread } from '../../../gathering/unread-gap.ts';
import { text } from '../../../../core/text.ts';
import { known } from '../../../gathering/known-value.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import { isRunning, type RawContainer } from '../../api-schemas/container.ts';
import type { Answer } from './container-answer.ts';

const states = [
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
  'stopping',
] as const;

/** Podman's own words for states that Docker calls otherwise. */
const aliases: Readonly<Record<string, string>> = {
  configured: 'created',
  initialized: 'created',
  stopped: 'exited',
};

const healths = ['starting', 'healthy', 'unhealthy'] as const;

const policies = ['no', 'on-failure', 'always', 'unless-stopped'] as const;

/** How a container came to be in the state that it is in, and what its engine does when it ends. */
export const lifecycleLines = {
  state: at('/State/Status', ({ raw: { State } }: Answer) =>
    known(states, aliases[State.Status] ?? State.Status, 'state of a container'),
  ),
  restart: {
    policy: at('/HostConfig/RestartPolicy/Name', ({ raw: { HostConfig } }: Answer) =>
      known(policies, HostConfig.RestartPolicy?.Name || 'no', 'restart policy'),
    ),
    maximumRetries: at(
      '/HostConfig/RestartPolicy/MaximumRetryCount',
      ({ raw: { HostConfig } }: Answer) => HostConfig.RestartPolicy?.MaximumRetryCount ?? 0,
    ),
  },
  lifecycle: {
    restartCount: at('/RestartCount', ({ raw: { RestartCount } }: Answer) => RestartCount),
    startedAt: at('/State/StartedAt', ({ raw: { State } }: Answer) => toInstant(State.StartedAt)),
    finishedAt: at('/State/FinishedAt', ({ raw: { State } }: Answer) =>
      toInstant(State.FinishedAt),
    ),
    oomKilled: at('/State/OOMKilled', ({ raw: { State } }: Answer) => State.OOMKilled),
    exitCode: at('/State/ExitCode', ({ raw: { State } }: Answer) => State.ExitCode),
    health: at('/State/Health/Status', ({ raw }: Answer) => healthOf(raw)),
  },
};

/** What the health check says, while it runs: Docker calls a container unhealthy as soon as its check is stopped, whatever it said. */
function healthOf(container: RawContainer) {
  const { Status: state, Health: health } = container.State;
  const status = isRunning(container) ? (health?.Status ?? 'none') : 'none';
  if (status === 'none' || status === '') return undefined;
  if (state === 'paused') return missing(unread('unavailable', paused));
  return status === 'unhealthy' && health?.FailingStreak === 0
    ? missing(unread('unavailable', interrupted))
    : known(healths, status, 'health');
}

const paused = text(
  'it is paused, and its health check does not run meanwhile',
  '容器已暂停，其间不执行健康检查',
);
const interrupted = text(
  'its health check was interrupted, as by a pause, and has not run since',
  '健康检查曾被中断（如容器暂停），此后尚未再次执行',
);
