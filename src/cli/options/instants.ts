import { text } from '../../index.ts';
import { InvalidArgumentError } from 'commander';
import { inSpoken } from '../terminal/spoken-language.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

function instant(value: string, ofDay: string): string {
  const typed = day.test(value) ? `${value}T${ofDay}Z` : value;
  const parsed = /^\d{4}-\d{2}-\d{2}(T.*Z)?$/.test(typed) ? Date.parse(typed) : Number.NaN;
  // A day that no month has would be taken for one of the next month.
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== typed.slice(0, 10)) {
    throw new InvalidArgumentError(
      inSpoken(
        text(
          'Give a day, 2026-09-30, or an instant, 2026-09-30T12:00:00Z.',
          '请给出日期，如 2026-09-30，或时刻，如 2026-09-30T12:00:00Z。',
        ),
      ),
    );
  }
  return new Date(parsed).toISOString();
}

/** Reads a day as its first millisecond in UTC, or an instant as it is. */
export const beginning = (value: string): string => instant(value, '00:00:00.000');

/** Reads a day as its last millisecond in UTC, or an instant as it is. */
export const end = (value: string): string => instant(value, '23:59:59.999');

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/** A duration in its largest unit, with one decimal where it is not whole. */
export function sayDuration(ms: number): string {
  const [unit, name] = ms >= dayMs ? [dayMs, 'd'] : ms >= hour ? [hour, 'h'] : [minute, 'min'];
  return `${Math.round((ms / unit) * 10) / 10} ${name}`;
}
