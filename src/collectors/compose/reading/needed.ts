import { randomUUID } from 'node:crypto';
import { text, type Text } from '../../../core/text.ts';
import type { Redactor } from '../../secrets/create-redactor.ts';
import { invalidAt } from '../compose-error.ts';
import type { Place } from '../node.ts';

/** Says what a text holds where a variable that must be set, `${A:?message}`, is not. */
export type Needed = (name: string, message: string, place: Place) => string;

const describe = (name: string, message: string): Text =>
  message === ''
    ? text(`the variable ${name} must be set, and is not`, `变量 ${name} 必须设置，但未设置`)
    : text(
        `the variable ${name} must be set, and is not: ${message}`,
        `变量 ${name} 必须设置，但未设置：${message}`,
      );

/**
 * Goes no further, as Compose does not.
 *
 * @throws PlimsollError `compose-invalid`
 */
export const refuse: Needed = (name, message, place) => {
  throw invalidAt(
    place,
    describe(name, message).en,
    `Give it in the environment, ${name}=… plimsoll scan …, or in a file of variables: --env-file FILE`,
  );
};

/** Nobody knows it before the program runs, so that no file can pretend to hold it. */
const mark = randomUUID();

/** Goes on with what {@link neededIn} finds again; for a text of which nothing but itself depends on its value. */
export const standIn: Needed = (name, message) =>
  `${mark}${name} ${message.replaceAll(mark, '')}${mark}`;

/** What a text needs and does not have, in words; `undefined` for a text that is whole. */
export function neededIn(value: string, redactor: Pick<Redactor, 'text'>): Text | undefined {
  const [, found] = value.split(mark);
  if (found === undefined) return undefined;
  const end = found.indexOf(' ');
  return describe(found.slice(0, end), redactor.text(found.slice(end + 1)).value);
}
