import type { Language } from '../core/text.ts';
import { messages, type MessageId } from './words.ts';

/** The names of the slots of a message: `'{count} of {total}'` has `count` and `total`. */
type Slots<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never;

type SlotsOf<Id extends MessageId> = Slots<(typeof messages)[Id]['en']>;

/** Nothing for a message without slots, else a value for each; numbers are grouped by thousands. */
type Values<Id extends MessageId> = [SlotsOf<Id>] extends [never]
  ? []
  : [values: Readonly<Record<SlotsOf<Id>, string | number>>];

/** Says a message of the reports in one language. */
export type Say = <Id extends MessageId>(id: Id, ...values: Values<Id>) => string;

/**
 * Makes the voice of a report.
 *
 * @example
 * speaker('en')('result.of', { count: 3, total: 1200 }); // '3 of 1,200'
 */
export function speaker(language: Language): Say {
  return (id, ...values) => {
    const message = messages[id][language];
    const [slots] = values;
    if (slots === undefined) return message;
    const filled = new Map<string, string | number>(Object.entries(slots));
    return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = filled.get(name) ?? '';
      return typeof value === 'number' ? groupDigits(value) : value;
    });
  };
}

/** Writes a whole number with a comma between thousands, as both languages do. */
export const groupDigits = (value: number): string =>
  String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

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

/**
 * Writes a month, day or instant of ISO 8601 for people, in UTC and to the minute. What is not one comes back
 * as it was.
 */
export function writeDate(iso: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}).*Z)?)?$/.exec(iso);
  if (!parts) return iso;
  const [, year = '', month = '', day, time] = parts;
  if (language === 'zh') {
    const date = `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
    return time === undefined ? date : `${date} ${time}（UTC）`;
  }
  const name = months[Number(month) - 1] ?? month;
  const date = day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
  return time === undefined ? date : `${date}, ${time} UTC`;
}
