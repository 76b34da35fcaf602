import type { Subject } from '../../core/facts/subject.ts';
import type { Outcome } from './judge-case.ts';
import { deny } from './test-subject.ts';
import type { Trial } from './trial.ts';

/** What denying every fact that was read, one by one, revealed. */
export interface DeniedReplay {
  /** How many facts were denied. */
  readonly denials: number;
  /**
   * Facts on which the control passes, or does not apply, although they could not be read, with the case: names as
   * {@link factName} writes them.
   */
  readonly passes: readonly {
    readonly fact: string;
    readonly name: string;
    readonly status: string;
  }[];
}

/** Calls a fact by its path; one of another subject by that subject's kind and the path, and a list of subjects by the kind alone. */
export const factName = (kind: string | undefined, path: string): string =>
  kind === undefined ? path : path === '' ? kind : `${kind} ${path}`;

/** Verdicts that clear a subject, and so need every fact that they rest on. */
const cleared: ReadonlySet<Outcome['status']> = new Set(['pass', 'not-applicable']);

/** Judges the cases that pass, or to which the control does not apply, again, each time without one of the facts that this rests on. */
export function replayDenied(trials: readonly Trial[]): DeniedReplay {
  let denials = 0;
  const passes: { fact: string; name: string; status: string }[] = [];
  for (const trial of trials) {
    const before = trial.judge(trial.scene);
    if (trial.expected !== before.status || !cleared.has(before.status)) continue;
    for (const { fact, outcome } of replays(trial, before)) {
      denials += 1;
      if (cleared.has(outcome.status)) {
        passes.push({ fact, name: trial.name, status: outcome.status });
      }
    }
  }
  return { denials, passes };
}

function* replays(
  { judge, scene }: Trial,
  before: Outcome,
): Iterable<{ fact: string; outcome: Outcome }> {
  const { subject, around } = scene;
  for (const { path, subject: other } of before.observations()) {
    if (other === undefined) {
      yield { fact: path, outcome: judge({ ...scene, subject: without(subject, path) }) };
      continue;
    }
    const { kind, id } = other;
    const changed = around.map((one) =>
      one.kind === kind && one.id === id ? without(one, path) : one,
    );
    yield { fact: factName(kind, path), outcome: judge({ ...scene, around: changed }) };
  }
  for (const kind of before.lookedUp) {
    yield { fact: factName(kind, ''), outcome: judge({ ...scene, unlisted: kind }) };
  }
}

/** A gap that stood there already gives way: of one for another reason a control may make something else. */
const without = <S extends Subject>(subject: S, path: string): S => ({
  ...subject,
  gaps: [...subject.gaps.filter((gap) => gap.path !== path), deny(path)],
});
