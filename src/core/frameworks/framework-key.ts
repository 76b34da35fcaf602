import type { FrameworkSelection } from './selection.ts';

/** A framework as it was chosen, with its level where it has one: `mlps-2.0@3`. Two levels of one framework are two. */
export const frameworkKey = (chosen: {
  readonly id: string;
  readonly level?: string | undefined;
}): string => (chosen.level === undefined ? chosen.id : `${chosen.id}@${chosen.level}`);

/** The keys of selected frameworks, as those of their results are: at the default level where none was chosen. */
export const keysOf = (selections: readonly FrameworkSelection[]): string[] =>
  selections.map(({ framework: { id, defaultLevel }, level = defaultLevel }) =>
    frameworkKey({ id, level }),
  );
