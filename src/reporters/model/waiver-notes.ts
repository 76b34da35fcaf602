import type { Assessment, FrameworkResult } from '../../core/assessment/assessment.ts';
import { severities } from '../../core/controls/severity.ts';
import { byNameOnly, endsSoon, lengthOf } from '../../core/statements/waiver.ts';
import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import type { Voice } from './voice.ts';

/** What a reader should know of a waiver beside its state. */
export function waiverNotes(
  { waiver, state, limit, accepts }: Assessment['waivers'][number],
  at: string,
  { say, date }: Voice,
): readonly string[] {
  const notes: string[] = [];
  if (state === 'live' && endsSoon(waiver, at)) {
    notes.push(say('waiver.ends-soon', { day: date(waiver.until) }));
  }
  if (state === 'expired') notes.push(say('waiver.counts-again'));
  if (state === 'too-long' && limit !== undefined) {
    notes.push(say('waiver.longer', { days: lengthOf(waiver), limit }));
  }
  if (state === 'live' && accepts === 0) notes.push(say('waiver.matches-nothing'));
  if (byNameOnly(waiver)) notes.push(say('waiver.name-only'));
  return notes;
}

/** What would stand without any waiver; nothing when none was given, or when the assessment does not say. */
export function describeWithout(
  assessment: Assessment,
  framework: FrameworkResult | undefined,
  { say }: Voice,
  wordOf: (status: RequirementStatus) => string,
): readonly string[] {
  const { tally, withoutWaivers: failures } = assessment.summary;
  if (assessment.waivers.length === 0 || failures === undefined) return [];
  const count = tally.fail + tally.waived;
  const parts = severities
    .filter((severity) => failures[severity] > 0)
    .map((severity) => `${say(`severity.${severity}`)} ${failures[severity]}`);
  const sentences = [
    parts.length === 0
      ? say('without.none')
      : say('without.failures', { count, waived: tally.waived, parts: parts.join(', ') }),
  ];
  const statuses = framework?.withoutWaivers;
  if (statuses !== undefined) {
    const words = new Map<string, number>();
    for (const [status, each] of Object.entries(statuses)) {
      // The keys are those of the schema.
      const known = status as RequirementStatus;
      const word = wordOf(known) || say(`requirement.${known}`);
      words.set(word, (words.get(word) ?? 0) + each);
    }
    const counted = [...words].filter(([, each]) => each > 0);
    sentences.push(
      say('without.requirements', {
        parts: counted.map(([word, each]) => `${word} ${each}`).join(', '),
      }),
    );
  }
  return sentences;
}
