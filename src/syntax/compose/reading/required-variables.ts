import { randomUUID } from 'node:crypto';
import { said, type Said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import type { Place } from '../tree/nodes.ts';

/** Says what a text holds where a variable that must be set, `${A:?message}`, is not. */
export type Needed = (name: string, message: string, place: Place) => string;

const describe = (name: string, message: string): Said =>
  message === ''
    ? said(`the variable ${name} must be set, but is not`, `变量 ${name} 必须设置，但未设置`)
    : said(
        `the variable ${name} must be set, but is not: ${message}`,
        `变量 ${name} 必须设置，但未设置：${message}`,
      );

/**
 * Goes no further, as Compose does not.
 *
 * @throws SyntaxProblem
 */
export const refuse: Needed = (name, message, place) => {
  throw invalidAt(
    place,
    describe(name, message),
    `Give it in the environment, ${name}=… plimsoll scan …, or in a file of variables: --compose-env-file FILE`,
  );
};

/** Nobody knows it before the program runs, so that no file can pretend to hold it. */
const mark = randomUUID();

/** Continues with what {@link neededIn} finds again; for a text whose value affects nothing but itself. */
export const standIn: Needed = (name, message) =>
  `${mark}${name} ${message.replaceAll(mark, '')}${mark}`;

/**
 * Goes on with what {@link spellOpen} finds again, where a variable makes nothing of a text.
 *
 * @param bringsTag whether it would bring the tag or the digest of an image if it had a value: `app${V:+:2}`
 */
export const standOpen = (name: string, bringsTag: boolean): string =>
  `${mark}${name}${bringsTag ? ':' : ''}${mark}`;

/** The same for a text that is no image. */
export const standUnset = (name: string): string => standOpen(name, false);

/** Every other part is what stands for a variable. */
const replaced = (value: string, put: (found: string) => string): string =>
  value.includes(mark)
    ? value
        .split(mark)
        .map((part, at) => (at % 2 === 0 ? part : put(part)))
        .join('')
    : value;

/** A text with nothing for the variables that make nothing of it, unless they would bring a tag. */
export const withoutOpen = (value: string): string =>
  replaced(value, (found) => (/[ :]/.test(found) ? `${mark}${found}${mark}` : ''));

/** A text with `${NAME}` for each variable that has no value in it. */
export const spellOpen = (value: string): string =>
  replaced(value, (found) => `\${${/^\w*/.exec(found)?.[0] ?? ''}}`);

/** The names of the variables that have no value in a text, and the text with something in their place. */
export function unsetIn(value: string, something: string) {
  const names = new Set<string>();
  const filled = replaced(value, (found) => {
    names.add(found);
    return something;
  });
  return { names: [...names], filled };
}

/** Why nobody knows what a text holds in which these variables have no value. */
export const notSet = (names: readonly string[]): Said => {
  const all = names.join(', ');
  return said(
    `${all} is not set here, so its value where Compose is started is not known`,
    `此处未设置 ${all}，无从得知启动 Compose 时的取值`,
  );
};

/**
 * What a text needs and does not have, in words; `undefined` for a text that is whole.
 *
 * @param clean takes what is secret out of a message
 */
export function neededIn(value: string, clean: (message: string) => string): Said | undefined {
  const found = value.split(mark).find((part, at) => at % 2 === 1 && part.includes(' '));
  if (found === undefined) return undefined;
  const end = found.indexOf(' ');
  return describe(found.slice(0, end), clean(found.slice(end + 1)));
}
