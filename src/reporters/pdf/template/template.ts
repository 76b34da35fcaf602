import { cover } from './cover.ts';
import { frame } from './frame.ts';
import { middle, opening, registers } from './sections.ts';

/**
 * The whole document in Typst's language. It holds no data: everything it shows it reads from its files, and
 * shows as text.
 *
 * @see https://typst.app/docs/reference/
 */
export const template = [frame, cover, opening, middle, registers].join('\n');
