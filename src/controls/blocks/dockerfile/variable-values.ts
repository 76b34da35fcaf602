import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import type { ValueOf } from '../../../build-analysis/scripts/once-with-values.ts';

type Run = DockerfileFacts['runs'][number];
type Placed = Pick<Run, 'stage' | 'trigger'>;

/** A stage, and what builds upon it run, are followed each by itself. */
export const placeOf = ({ stage, trigger }: Placed): number => stage * 2 + (trigger ? 1 : 0);

/** What is put before or behind the folders that a `PATH` had so far. */
const behind = (path: string, before: string | undefined): string =>
  before === undefined ? path : path.replace(/\$\{?PATH\}?/, () => before);

/** What the variables of each stage have, by itself or by what it is built on, read when the first of them is asked for. */
export function valuesOf(d: DockerfileFacts): (place: number, name: string) => string | undefined {
  let stages: Map<number, Map<string, string>> | undefined;
  const read = (): Map<number, Map<string, string>> => {
    const all = new Map<number, Map<string, string>>();
    for (const variable of d.variables) {
      const { name, value } = variable;
      const own = all.get(placeOf(variable)) ?? new Map<string, string>();
      if (value !== null) own.set(name, name === 'PATH' ? behind(value, own.get(name)) : value);
      all.set(placeOf(variable), own);
    }
    return all;
  };
  const parents = new Map<number, number | undefined>();
  const parentOf = (place: number): number | undefined => {
    if (parents.has(place)) return parents.get(place);
    const stage = Math.floor(place / 2);
    const { parents: [parent, ...others] = [] } = d.stages[stage] ?? {};
    // A stage is built on an earlier one: whatever a snapshot says, this comes to an end.
    const isOne = parent !== undefined && others.length === 0 && parent < stage;
    const found = isOne ? placeOf({ stage: parent, trigger: false }) : undefined;
    parents.set(place, found);
    return found;
  };
  /** What names came to at places, so that a long row of stages is gone through once for each. */
  const known = new Map<string, Map<number, string | undefined>>();
  return (place, name) => {
    stages ??= read();
    const came = known.get(name) ?? new Map<number, string | undefined>();
    known.set(name, came);
    const passed: number[] = [];
    let value: string | undefined;
    for (let at: number | undefined = place; at !== undefined; at = parentOf(at)) {
      value = stages.get(at)?.get(name);
      if (value !== undefined || came.has(at)) {
        value ??= came.get(at);
        break;
      }
      passed.push(at);
    }
    for (const each of passed) came.set(each, value);
    return value;
  };
}

/** Each of some `RUN`s, with what tells of the variables that it has from the build. */
export function withValues(
  d: DockerfileFacts,
  runs: DockerfileFacts['runs'],
): readonly { readonly run: Run; readonly valueOf: ValueOf }[] {
  const values = valuesOf(d);
  return runs.map((run) => ({ run, valueOf: (name) => values(placeOf(run), name) }));
}
