import type { Subject } from '../core/subjects/subject.ts';
import type { Outcome } from './judge-case.ts';
import { deny } from './test-subject.ts';
import type { Trial } from './trial.ts';

/** What denying every fact that was read, one by one, brought to light. */
export interface DeniedReplay {
  /** How many facts were denied. */
  readonly denials: number;
  /** Facts on which the control passes although they could not be read, with the case: names as {@link factName} writes them. */
  readonly passes: readonly { readonly fact: string; readonly name: string }[];
}

/** Calls a fact by its path; one of another subject by that subject's kind and the path, and a list of subjects by the kind alone. */
export const factName = (kind: string | undefined, path: string): string =>
  kind === undefined ? path : path === '' ? kind : `${kind} ${path}`;

/** Judges the passing cases again, each time without one of the facts that it rests on. */
export function replayDenied(trials: readonly Trial[]): DeniedReplay {
  let denials = 0;
  const passes: { fact: string; name: string }[] = [];
  for (const trial of trials) {
    const before = trial.judge(trial.scene);
    if (trial.expected !== 'pass' || before.status !== 'pass') continue;
    for (const { fact, outcome } of replays(trial, before)) {
      denials += 1;
      if (outcome.status === 'pass') passes.push({ fact, name: trial.name });
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
