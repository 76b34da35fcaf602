import { cover } from './cover.ts';
import { frame } from './frame.ts';
import { middle } from './middle.ts';
import { opening } from './opening.ts';
import { registers } from './registers.ts';

/**
 * The whole document in Typst's language. It holds no data: everything it shows it reads from its files, and
 * shows as text.
 *
 * @see https://typst.app/docs/reference/
 */
export const template = [frame, cover, opening, middle, registers].join('\n');
