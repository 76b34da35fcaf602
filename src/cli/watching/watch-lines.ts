import type { WatchChange, WatchGap, WatchReading } from '../../watch.ts';

/** One reading for a program, without what it read. */
export const readingLine = ({
  reason,
  eventCount,
  tookMs,
  assessment,
  failures,
}: WatchReading): object => ({
  kind: 'reading',
  at: assessment.collectedAt,
  reason,
  events: eventCount,
  tookMs: Math.round(tookMs),
  findings: assessment.summary.tally,
  failures: failures.map(({ target, error }) => ({
    target,
    code: error.code,
    message: error.message,
  })),
});

/** What a reading changed: each finding and each requirement on a line of its own. */
export function changeLines({ reading, difference }: WatchChange): readonly object[] {
  const at = reading.assessment.collectedAt;
  const { reason, events } = reading;
  return [
    ...difference.findings.map((change) => ({
      kind: 'change',
      at,
      reason,
      ...change,
      events: events.filter(
        ({ id, container }) => id === change.subject.id || container === change.subject.id,
      ),
    })),
    ...difference.frameworks.requirements.map((change) => ({ kind: 'requirement', at, ...change })),
  ];
}

/** The same as one object, for those who get one for each change. */
export const wholeChange = ({ reading, difference }: WatchChange): object => ({
  kind: 'change',
  at: reading.assessment.collectedAt,
  reason: reading.reason,
  events: reading.events,
  findings: difference.findings,
  requirements: difference.frameworks.requirements,
});

/** A gap of the watch for a program. */
export const gapLine = ({ kind, ...gap }: WatchGap): object => ({
  kind: 'gap',
  what: kind,
  ...gap,
});
