import type { Say } from '../locale/translate.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Writes a duration in its largest unit, with one decimal where it is not whole. */
export function durationOf(ms: number, say: Say): string {
  const [unit, id] =
    ms >= day
      ? ([day, 'duration.days'] as const)
      : ms >= hour
        ? ([hour, 'duration.hours'] as const)
        : ([minute, 'duration.minutes'] as const);
  return say(id, { count: String(Math.round((ms / unit) * 10) / 10) });
}
