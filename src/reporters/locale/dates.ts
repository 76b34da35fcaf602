/** A month, day or instant, taken apart; all in UTC. */
export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; absent for a month. */
  readonly day?: number;
  /** To the minute, `21:03`; absent for a day. */
  readonly time?: string;
}

/**
 * Makes what writes dates of what writes their parts, and a year alone where that is not written as its digits: what is no
 * date comes back as it was.
 */
export const dateWriter =
  (write: (parts: DateParts) => string, writeYear: (year: string) => string = String) =>
  (iso: string): string => {
    if (/^\d{4}$/.test(iso)) return writeYear(iso);
    const found = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}).*Z)?)?$/.exec(iso);
    if (!found) return iso;
    const [, year, month, day, time] = found;
    return write({
      year: Number(year),
      month: Number(month),
      ...(day === undefined ? {} : { day: Number(day) }),
      ...(time === undefined ? {} : { time }),
    });
  };

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `24 November 2026, 12:00 UTC`. */
export const writeEnglishDate = dateWriter(({ year, month, day, time }) => {
  const date = `${day === undefined ? '' : `${day} `}${months[month - 1] ?? month} ${year}`;
  return time === undefined ? date : `${date}, ${time} UTC`;
});

/** `2026年`; `2026年11月24日 12:00（UTC）`. */
export const writeChineseDate = dateWriter(
  ({ year, month, day, time }) => {
    const date = `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
    return time === undefined ? date : `${date} ${time}（UTC）`;
  },
  (year) => `${year}年`,
);
