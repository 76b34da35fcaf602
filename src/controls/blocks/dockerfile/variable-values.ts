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
  const parentOf = (place: number): number | undefined => {
    const stage = Math.floor(place / 2);
    const { parents: [parent, ...others] = [] } = d.stages[stage] ?? {};
    // A stage is built on an earlier one: whatever a snapshot says, this comes to an end.
    return parent === undefined || others.length > 0 || !(parent < stage)
      ? undefined
      : placeOf({ stage: parent, trigger: false });
  };
  return (place, name) => {
    stages ??= read();
    for (let at: number | undefined = place; at !== undefined; at = parentOf(at)) {
      const value = stages.get(at)?.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
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
