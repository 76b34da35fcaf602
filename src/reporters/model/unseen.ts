import type { Assessment } from '../../core/assessment/assessment.ts';
import { pick } from './findings.ts';
import { lazily } from './once.ts';
import { describeSource } from './observations.ts';
import type { ControlEntry, Unseen } from './entries/finding.ts';
import type { Needs, RequirementEntry } from './entries/requirement.ts';
import { targetNames } from './target-names.ts';
import type { Voice } from './voice.ts';

/** What could not be read, and what was left undecided by it. */
export function describeUnseen(
  assessment: Assessment,
  controls: () => readonly ControlEntry[],
  voice: Voice,
): Unseen {
  const nameTarget = targetNames(assessment, voice);
  return lazily(
    {
      lists: assessment.gaps.map(({ target, kind, reason, detail, source }) =>
        lazily(
          {
            kind: kind === null ? voice.say('unseen.every-kind') : voice.kind(kind),
            reason: voice.say(`reason.${reason}`),
            detail: typeof detail === 'string' ? voice.value(detail) : voice.text(detail),
            source: source ? describeSource(source, voice) : '',
          },
          { target: () => nameTarget(target) },
        ),
      ),
      factGaps: assessment.factGaps,
    },
    {
      controls: () => pick(controls(), 'unknown'),
      errors: () => pick(controls(), 'error'),
    },
  );
}

/** The statuses that ask something of the reader, most pressing first. */
const asking = [
  'undetermined',
  'weakened',
  'supported',
  'context-only',
  'not-tested',
  'not-assessed',
] as const;

/** What the reader has to bring before the rest can be decided. */
export function describeNeeds(
  controls: readonly ControlEntry[],
  requirements: readonly RequirementEntry[],
  voice: Voice,
): Needs {
  const counted = requirements.filter(({ group }) => !group);
  return {
    questions: pick(controls, 'manual'),
    requirements: asking.flatMap((status) => {
      const entries = counted.filter((requirement) => requirement.status === status);
      return entries.length > 0 ? [{ title: voice.say(`needs.${status}`), entries }] : [];
    }),
  };
}
