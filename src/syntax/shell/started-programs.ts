import { basename } from './base-name.ts';
import { withoutLaunchers } from './launchers.ts';
import { report, type Lowering, type Standing } from './lowering.ts';
import { shellNames } from './programs.ts';

/** A word with what is known of it. */
export interface Piece {
  readonly text: string;
  readonly open: boolean;
  readonly split: boolean;
  /** Whether it stands for the files that it matches. */
  readonly matches: boolean;
}

export const plain = (text: string): Piece => ({ text, open: false, split: false, matches: false });

/** A person has fewer commands than this in one script that stand for several. */
const manyRepeated = 1000;

/**
 * The words of a command, with the values of variables in the place of the program that it starts. Where a variable may
 * hold several, there is a command for each.
 */
export function programsKnown(
  l: Lowering,
  pieces: readonly Piece[],
  { places, inFunction }: Standing,
  pos: number,
): readonly (readonly string[])[] {
  const done: (readonly string[])[] = [];
  const waiting = [pieces];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const words = each.map(({ text }) => text);
    const at = words.length - withoutLaunchers(words).length;
    const program = each[at];
    const isKnown =
      program?.open !== true ||
      !basename(program.text).includes('$') ||
      shellNames.test(program.text);
    if (isKnown) {
      if (program?.matches === true) report(l, 'unknown-program', program.text, places, pos);
      done.push(words);
      continue;
    }
    if (inFunction !== undefined && /^\$(?:@|\*|\{@\})$/.test(program.text)) {
      l.starters.set(inFunction, shiftedBy(l, inFunction));
      done.push(words);
      continue;
    }
    const values = l.values.fill(program.text);
    l.repeated += (values?.length ?? 1) - 1;
    if (values === undefined || l.repeated > manyRepeated) {
      report(l, 'unknown-program', program.text, places, pos);
      done.push(words);
      continue;
    }
    for (const value of values.toReversed()) {
      const given = program.split ? value.split(/\s+/).filter((word) => word !== '') : [value];
      waiting.push([...each.slice(0, at), ...given.map(plain), ...each.slice(at + 1)]);
    }
  }
  return done;
}

/** How many of its words a function has taken off so far. */
const shiftedBy = ({ all }: Lowering, name: string): number =>
  all.reduce((sum, { inFunction, words }) => {
    const shifts = inFunction === name && words[0] === 'shift';
    return sum + (shifts ? Number(words[1] ?? 1) || 0 : 0);
  }, 0);
