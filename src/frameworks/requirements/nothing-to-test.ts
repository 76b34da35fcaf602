import type { Requirement } from '../../core/frameworks/framework.ts';

/** The requirements, some of which only introduce the standard (its scope, its terms, its principles) and ask nothing. */
export const introducedBy = <Id extends string>(
  ids: readonly NoInfer<Id>[],
  requirements: readonly Requirement<Id>[],
): readonly Requirement<Id>[] =>
  requirements.map((each) => (ids.includes(each.id) ? { ...each, asks: false } : each));
