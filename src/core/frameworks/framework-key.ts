/** A framework as it was chosen, with its level where it has one: `mlps-2.0@3`. Two levels of one framework are two. */
export const frameworkKey = (chosen: {
  readonly id: string;
  readonly level?: string | undefined;
}): string => (chosen.level === undefined ? chosen.id : `${chosen.id}@${chosen.level}`);
