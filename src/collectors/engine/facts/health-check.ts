import type { Redactor } from '../../secrets/create-redactor.ts';
import type { RawHealthCheck } from '../border/container.ts';

/** A health check as it is in force: an empty test asks for nothing, and `NONE` switches off. */
export function healthCheckOf(raw: RawHealthCheck, redactor: Redactor) {
  const [first] = raw?.Test ?? [];
  if (!raw || first === undefined) return none('absent');
  if (first === 'NONE') return none('disabled');
  return {
    state: 'set' as const,
    test: [...redactor.command(raw.Test).value],
    intervalSeconds: raw.Interval > 0 ? raw.Interval / 1e9 : null,
  };
}

const none = <State extends 'absent' | 'disabled'>(state: State) => ({
  state,
  test: [],
  intervalSeconds: null,
});
