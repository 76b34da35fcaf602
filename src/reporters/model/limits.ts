import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { severities } from '../../core/controls/severity.ts';
import { frameworkKey } from '../../core/frameworks/framework-key.ts';
import type { Limits } from './entries/scope.ts';
import { lazily } from './once.ts';
import type { Voice } from './voice.ts';

/** What the findings are limited to, and how much is outside; absent where everything that was judged is here. */
export function describeLimits(
  assessment: Assessment,
  { name, say, text, kind }: Voice,
): Limits | undefined {
  const { scope, frameworks } = assessment;
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
  const limits = {
    to: say('limits.to', { parts: parts.join(say('limits.and')) }),
    outside: say('limits.outside', { findings: outside.findings, failures }),
    outsideCount: outside.findings,
    wider: [
      ...(mapped ? [say('limits.wider-frameworks')] : []),
      ...(controls ? [say('limits.wider-controls')] : []),
      ...(of ? [say('limits.wider-severities')] : []),
      ...(subjects ? [say('limits.wider-subjects')] : []),
    ].join(say('scope.comma')),
    narrower: (controls ?? of ?? subjects) !== undefined,
  };
  return subjects === undefined ? limits : lazily(limits, subjectsIn(assessment, kind));
}

/** What a scope of a few subjects holds: what was read of all others says nothing of it. */
function subjectsIn(assessment: Assessment, say: Voice['kind']) {
  const count = (
    keysOf: (finding: Finding) => readonly (readonly [kind: string, key: string])[],
  ) => {
    const counts = new Map<string, Set<string>>();
    for (const finding of assessment.findings) {
      if (finding.subject.id === '*') continue;
      for (const [kind, key] of keysOf(finding)) {
        const known = counts.get(kind);
        if (known) known.add(key);
        else counts.set(kind, new Set([key]));
      }
    }
    return Array.from(counts, ([kind, { size }]) => ({ kind, count: size }));
  };
  const keyOf = ({ subject: { target, id } }: Finding): string => `${target}\n${id}`;
  return {
    kinds: () =>
      count((finding) => [[finding.subject.kind, keyOf(finding)]]).map((each) => ({
        ...each,
        kind: say(each.kind),
      })),
    factGaps: () =>
      count((finding) =>
        finding.observations
          .filter(({ gap, subject }) => gap !== undefined && subject === undefined)
          .map(({ path }) => [finding.subject.kind, `${keyOf(finding)}\n${path}`]),
      ).reduce((sum, each) => sum + each.count, 0),
  };
}

/** The same in sentences. */
export function limitNotices(limits: Limits | undefined, { say }: Voice): readonly string[] {
  if (limits === undefined) return [];
  const { to, outside, narrower } = limits;
  return [to, outside, ...(narrower ? [say('limits.roll-up')] : [])];
}
