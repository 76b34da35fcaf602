import { itself, listOf, textOrList } from './lists.ts';
import { textOrNumber } from './scalars.ts';

/** Texts in a row. */
export const texts = listOf(textOrNumber);

/** Texts of which each stands once. */
export const set = listOf(textOrNumber, itself);

/** One text, or several of which each stands once. */
export const oneOrSet = textOrList(set);
