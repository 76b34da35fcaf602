import type { ControlCourse, HistoryOptions } from '../options/history-input.ts';
import { anchorOf } from './anchor.ts';
import { durationOf } from './duration.ts';
import type { CourseEntry, HistoryEntry } from './entries/history.ts';
import type { Voice } from './voice.ts';

/** How the scans before went, where the options tell of it. */
export function describeHistory(
  history: HistoryOptions | undefined,
  voice: Voice,
): HistoryEntry | undefined {
  if (!history) return undefined;
  const { name, date } = voice;
  const [gap] = history.gaps;
  return {
    label: name(history.label),
    from: date(history.from),
    to: date(history.to),
    scans: history.scans,
    ...(gap
      ? {
          longestGap: {
            lasts: durationOf(gap.ms, voice.say),
            from: date(gap.from),
            to: date(gap.to),
          },
        }
      : {}),
    points: history.points.map(({ collectedAt, counts: { critical, high, medium, low } }) => ({
      at: name(collectedAt),
      when: date(collectedAt),
      failures: { critical, high, medium, low },
    })),
    controls: new Map(
      history.controls.map((each) => [
        anchorOf('control', each.control),
        describeCourse(each, voice),
      ]),
    ),
  };
}

function describeCourse(
  { scans, ms, failing, failingAtEnd }: ControlCourse,
  { date, say }: Voice,
): CourseEntry {
  return {
    scans: Object.values(scans).reduce((sum, count) => sum + count, 0),
    failed: scans.failing,
    accepted: scans.waived,
    undecided: scans.unknown,
    lasts: durationOf(ms.failing, say),
    ms: ms.failing,
    spans: failing.map(({ from, to }) => ({ from: date(from), to: date(to) })),
    failingAtEnd,
  };
}
