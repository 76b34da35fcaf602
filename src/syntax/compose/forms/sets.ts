import { itself, listOf, textOrList } from './lists.ts';
import { textOrNumber } from './scalars.ts';

/** Texts in a row. */
export const texts = listOf(textOrNumber);

/** Texts, each of them once. */
export const set = listOf(textOrNumber, itself);

/** One text, or several, each of them once. */
export const oneOrSet = textOrList(set);
