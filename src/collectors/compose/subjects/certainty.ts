import { substitute } from '../../../syntax/compose/reading/substitute.ts';
import { textOf, type Node, type Place } from '../../../syntax/compose/tree/nodes.ts';
import type { Project } from '../loading/load-project.ts';

/** A text with variables in it, as the project reads it. */
export interface Written {
  /** With the values that there are, and nothing in place of the others. */
  readonly filled: string;
  /** The variables without a value. */
  readonly open: readonly string[];
}

/** Finds what is written at a place with variables in it; `undefined` where there are none. */
export function writtenIn({ read, variables }: Project): (place: Place) => Written | undefined {
  const written = new Map<string, ReadonlyMap<number, string>>();
  const textsOf = (name: string): ReadonlyMap<number, string> => {
    const known = written.get(name) ?? new Map(read.get(name)?.nodes.flatMap(substituted));
    written.set(name, known);
    return known;
  };
  return (place) => {
    const text = textsOf(place.file.name).get(place.offset);
    if (text === undefined) return undefined;
    const open = new Set<string>();
    const lacks = (variable: string): string => {
      open.add(variable);
      return '';
    };
    const filled = substitute(text, variables, place, { needed: lacks, open: lacks });
    return { filled, open: [...open] };
  };
}

/** Tells whether no variable without a value is in a text. What is included may know others, and is not certain then. */
export function certaintyIn(project: Project): (value: string, place: Place) => boolean {
  const written = writtenIn(project);
  return (value, place) => {
    const found = written(place);
    if (found === undefined) return true;
    const { filled, open } = found;
    // An item of a list has its name before the value.
    return open.length === 0 && (filled === value || filled.endsWith(`=${value}`));
  };
}

/** The texts in which variables are put, as they are written, by their offsets in the file. */
function substituted(node: Node): readonly (readonly [number, string])[] {
  if (node.kind === 'map') {
    return [...node.entries.values()].flatMap(({ value }) => substituted(value));
  }
  if (node.kind === 'list') return node.items.flatMap(substituted);
  const text = textOf(node) ?? '';
  return text.includes('$') ? [[node.place.offset, text]] : [];
}
