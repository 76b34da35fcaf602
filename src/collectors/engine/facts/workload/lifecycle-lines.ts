import { at } from '../../../gathering/fact-lines.ts';
import { known } from '../../../gathering/known-value.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import { isRunning } from '../../api-schemas/container.ts';
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
    health: at('/State/Health/Status', ({ raw }: Answer) => {
      const status = isRunning(raw) ? (raw.State.Health?.Status ?? 'none') : 'none';
      return status === 'none' || status === '' ? undefined : known(healths, status, 'health');
    }),
  },
};
