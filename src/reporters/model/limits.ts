import type { Assessment } from '../../core/assessment/assessment.ts';
import { severities } from '../../core/controls/severity.ts';
import { frameworkKey } from '../../core/frameworks/framework-key.ts';
import type { Limits } from './entries/scope.ts';
import type { Voice } from './voice.ts';

/** What the findings are limited to, and how much is outside; absent where everything that was judged is here. */
export function describeLimits(
  { scope, frameworks }: Assessment,
  { name, say, text }: Voice,
): Limits | undefined {
  if (scope === undefined) return undefined;
  const list = (names: readonly string[]): string => names.join(say('scope.comma'));
  const titles = new Map(frameworks.map((each) => [frameworkKey(each), text(each.title)]));
  const { controls, severities: of, subjects, outside } = scope;
  const mapped = scope.frameworks?.map((key) => titles.get(key) ?? name(key));
  const parts = [
    ...(mapped ? [say('limits.frameworks', { names: list(mapped) })] : []),
    ...(controls ? [say('limits.controls', { names: list(controls.map(name)) })] : []),
    ...(of
      ? [say('limits.severities', { names: list(of.map((each) => say(`severity.${each}`))) })]
      : []),
    ...(subjects ? [say('limits.subjects', { names: list(subjects.map(name)) })] : []),
  ];
  const failures = severities.reduce((sum, each) => sum + outside.failures[each], 0);
  return {
    to: say('limits.to', { parts: parts.join(say('limits.and')) }),
    outside: say('limits.outside', { findings: outside.findings, failures }),
    outsideCount: outside.findings,
    narrower: (controls ?? of ?? subjects) !== undefined,
  };
}

/** The same in sentences. */
export function limitNotices(limits: Limits | undefined, { say }: Voice): readonly string[] {
  if (limits === undefined) return [];
  const { to, outside, narrower } = limits;
  return [to, outside, ...(narrower ? [say('limits.roll-up')] : [])];
}
