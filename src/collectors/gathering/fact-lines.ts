import type { Source, SourceMap } from '../../core/facts/source.ts';
import { read, type Partly } from './partial-facts.ts';

/** One fact of an origin: where it stands in an answer, and how it is read there. */
class Line<Answer, T> {
  readonly pointer: string;
  readonly make: (answer: Answer) => T;
  readonly within: Readonly<Record<string, string>>;
  readonly endpoint: string | undefined;
  constructor(
    pointer: string,
    make: (answer: Answer) => T,
    within: Readonly<Record<string, string>>,
    endpoint: string | undefined,
  ) {
    this.pointer = pointer;
    this.make = make;
    this.within = within;
    this.endpoint = endpoint;
  }
}

/**
 * Says in one line how a fact is read and where it stands in the answer.
 *
 * @param pointer into the answer; where several members make one fact, what they have in common
 * @param make reads it; `undefined` leaves the fact out, and what needs a part that was not read is missing
 * @param within parts of the fact that stand somewhere else, by their own pointers; `/*` is each of many
 * @param endpoint another one than that of the origin, where the fact stands in its answer
 */
export const at = <Answer, T>(
  pointer: string,
  make: (answer: Answer) => T,
  within: Readonly<Record<string, string>> = {},
  endpoint?: string,
): Line<Answer, T> => new Line(pointer, make, within, endpoint);

/** The facts of an origin as lines: in the form of the facts themselves, what no answer says as it is. */
export type Lines<Answer, T> =
  | Line<Answer, Partly<T> | undefined>
  | (T extends readonly (infer Item)[]
      ? readonly Item[]
      : T extends object
        ? { readonly [Key in keyof T]: Lines<Answer, T[Key]> }
        : T);

/** Reads all lines from one answer: facts in the form of the lines; any part may be missing. */
export function readLines<Answer, T>(
  lines: Lines<Answer, T>,
  answer: Answer,
): Readonly<Record<string, unknown>> {
  const walk = (part: unknown): unknown => {
    if (part instanceof Line) return read(() => (part as Line<Answer, unknown>).make(answer));
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const facts: Record<string, unknown> = {};
    for (const [key, line] of Object.entries(part)) {
      const fact = walk(line);
      if (fact !== undefined) facts[key] = fact;
    }
    return facts;
  };
  // Lines of facts are an object.
  return walk(lines) as Readonly<Record<string, unknown>>;
}

/** Where the facts of lines stand: in the answer of one endpoint, unless a line names another. */
export function sourcesOf(endpoint: string, lines: object): SourceMap {
  const sources: Record<string, Source> = { '': { kind: 'api', endpoint, pointer: '' } };
  const walk = (part: unknown, path: string): void => {
    if (part instanceof Line) {
      const source = { kind: 'api', endpoint: part.endpoint ?? endpoint } as const;
      // What stands in the whole answer is where everything is that has no place of its own.
      if (part.pointer !== '' || part.endpoint !== undefined) {
        sources[path] = { ...source, pointer: part.pointer };
      }
      for (const [below, pointer] of Object.entries(part.within)) {
        sources[path + below] = { ...source, pointer };
      }
    } else if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      for (const [key, line] of Object.entries(part)) walk(line, `${path}/${key}`);
    }
  };
  walk(lines, '');
  return sources;
}
