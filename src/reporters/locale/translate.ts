import type { Language } from '../../core/text.ts';
import { localeOf, type Locale } from './locale.ts';
import type { messages, MessageId } from '../words/messages.ts';

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
export interface Say {
  <Id extends MessageId>(id: Id, ...values: Values<Id>): string;
  /** Writes a whole number, its thousands apart. */
  readonly number: (value: number) => string;
}

/**
 * Makes the voice of a report.
 *
 * @example
 * speaker('en')('result.of', { count: 3, total: 1200 }); // '3 of 1,200'
 */
export function speaker(language: Language | Locale): Say {
  const { messages: said, thousands } = localeOf(language);
  const number = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, thousands);
  const say = <Id extends MessageId>(id: Id, ...values: Values<Id>): string => {
    const message = said[id];
    // A document of one's own may be JavaScript.
    if (message === undefined) throw new TypeError(`There is no message ${id}.`);
    const [slots] = values;
    if (slots === undefined) return message;
    const filled = new Map<string, string | number>(Object.entries(slots));
    return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = filled.get(name) ?? '';
      return typeof value === 'number' ? number(value) : value;
    });
  };
  return Object.assign(say, { number });
}
