import { isMissing, sourced, type Missing, type Partly } from '../gathering/partial-facts.ts';
import { rulesIn, type Redactor } from '../redaction/create-redactor.ts';
import type { RawHealthCheck } from './raw-health-check.ts';

/** Whether the engine makes something of a test: it knows the kinds `CMD` and `CMD-SHELL`, with a command after them. */
export const isTest = ([kind, command = '']: readonly string[]): boolean =>
  (kind === 'CMD' || kind === 'CMD-SHELL') && command.trim() !== '';

/** A health check as it is in force: an empty test asks for nothing, and `NONE` switches off. */
export function healthCheckOf(raw: RawHealthCheck, redactor: Redactor) {
  const [first] = raw?.Test ?? [];
  if (!raw || first === undefined) return none('absent');
  if (first === 'NONE') return none('disabled');
  if (!isTest(raw.Test)) return none('absent');
  return {
    state: 'set' as const,
    test: [...redactor.command(raw.Test).value],
    intervalSeconds: raw.Interval > 0 ? raw.Interval / 1e9 : null,
  };
}

/**
 * Rules that found something like a secret in a command or in that of its health check, which is named as the source
 * where it is the only one. What is dropped of either is counted where its words are read.
 */
export function secretArguments(
  rules: readonly string[] | Missing,
  raw: RawHealthCheck,
  endpoint: string,
  pointer: string,
): Partly<readonly string[]> {
  const checked = rulesIn(raw?.Test ?? []);
  if (checked.length === 0) return rules;
  // What was found stays found, whatever the command holds.
  const others = isMissing(rules) ? [] : rules;
  const source = { kind: 'api', endpoint, pointer: `${pointer}/Test` } as const;
  return others.length === 0 ? sourced(checked, source) : [...others, ...checked];
}

const none = <State extends 'absent' | 'disabled'>(state: State) => ({
  state,
  test: [],
  intervalSeconds: null,
});
