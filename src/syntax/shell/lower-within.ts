import { parse, type ParsedScript } from 'unbash';
import { withOwnStatuses } from './kept-statuses.ts';
import { mayRead, type Lowering, type Standing } from './lowering.ts';
import { placesIn } from './places.ts';
import type { ShellCommand } from './shell-command.ts';

/** Reads a script within another one; tells its commands. */
export function lowerWithin(
  l: Lowering,
  script: ParsedScript | undefined,
  standing: Standing,
  pos: number,
): readonly ShellCommand[] {
  const from = l.all.length;
  const length = script === undefined ? Infinity : script.end - script.pos;
  if (!mayRead(l, length, standing, pos) || script === undefined) return [];
  const places =
    script.source === undefined
      ? standing.places
      : placesIn(script.source, standing.places.at(pos).line);
  const inside = { ...standing, places, depth: standing.depth + 1 };
  l.within.push(withOwnStatuses(l, () => l.readScript(script, inside)));
  return l.all.slice(from);
}

/** Reads a text that a command hands to a shell. */
export function lowerText(l: Lowering, text: string, standing: Standing, pos: number): void {
  if (!mayRead(l, text.length, standing, pos)) return;
  // Its first line is the one in the script around it that has its first words.
  const places = placesIn(text, standing.places.lineOf(text, pos));
  const inside = { ...standing, places, insteadOf: undefined };
  l.within.push(withOwnStatuses(l, () => l.readScript(parse(text), inside)));
}
