import type { Assessment } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { countFinding, emptyTally, type MutableTally } from '../../core/assessment/tally.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';
import type { TargetSubjects } from './report.ts';
import { shortTally } from './standing.ts';
import { targetNames } from './target-names.ts';
import type { Voice } from './voice.ts';

/** Every subject that a control judged, by target and kind, with how it came out. */
export function describeSubjects(assessment: Assessment, voice: Voice): readonly TargetSubjects[] {
  const tallies = new Map<string, { readonly ref: SubjectRef; readonly tally: MutableTally }>();
  for (const { subject, status, waiver, stale } of assessment.findings) {
    // An asterisk stands for a whole kind: nothing was judged.
    if (subject.id === '*') continue;
    const key = JSON.stringify([subject.target, subject.kind, subject.id]);
    let known = tallies.get(key);
    if (known === undefined) tallies.set(key, (known = { ref: subject, tally: emptyTally() }));
    countFinding(known.tally, status, waiver, stale);
  }
  const nameTarget = targetNames(assessment, voice);
  const byTarget = groupBy(tallies.values(), ({ ref }) => ref.target);
  return Array.from(byTarget, ([target, ofTarget]) => ({
    target: nameTarget(target),
    kinds: Array.from(
      groupBy(ofTarget, ({ ref }) => ref.kind),
      ([kind, ofKind]) => ({
        kind: voice.kind(kind),
        subjects: ofKind.map(({ ref, tally }) => ({
          name: voice.name(ref.name),
          id: voice.name(ref.id),
          tally: shortTally(tally, voice),
        })),
      }),
    ),
  }));
}
