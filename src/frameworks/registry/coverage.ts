import type { Mapped } from '../../core/frameworks/extend-framework.ts';
import { requirementsAt } from '../../core/frameworks/framework.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { shownByPass, type Link, type Shows } from '../../core/frameworks/mapping.ts';

/** How much of a framework controls say something about, in requirements; headings, and what asks nothing, are not counted. */
export interface Coverage {
  /** The sum of all the others but `organisationalFed`. */
  readonly requirements: number;
  /** Technical ones, by the most that a pass of any control shows of them. */
  readonly technical: Readonly<Record<Shows | 'nothing', number>>;
  readonly organisational: number;
  /** Of the organisational ones, those that a control says something about. */
  readonly organisationalFed: number;
  readonly outside: number;
}

/**
 * Counts what controls can show of a framework at one of its levels. That a control shows something does not
 * say that it passes.
 *
 * @param counts whether a link counts under the parameters in force
 * @throws PlimsollError `framework-unknown` when the framework has no such level
 */
export function coverageOf(
  { framework, mappings }: Mapped,
  level: string | undefined,
  counts: (link: Link) => boolean,
): Coverage {
  const links = groupBy(
    mappings.flatMap((mapping) => mapping.links).filter(counts),
    (link) => link.requirement,
  );
  const chosen = requirementsAt(framework, level);
  const parents = new Set(chosen.map(({ parent }) => parent));
  const leaves = chosen.filter(({ id, asks }) => links.has(id) || (asks ?? !parents.has(id)));
  const most = (id: string): Shows | 'nothing' => {
    const own = (links.get(id) ?? []).map(({ shows }) => shows);
    return shownByPass.find((shows) => own.includes(shows)) ?? 'nothing';
  };
  const technical = leaves.filter(({ nature }) => nature === 'technical');
  const organisational = leaves.filter(({ nature }) => nature === 'organisational');
  const count = (of: Shows | 'nothing'): number =>
    technical.filter(({ id }) => most(id) === of).length;
  return {
    requirements: leaves.length,
    technical: {
      all: count('all'),
      part: count('part'),
      context: count('context'),
      nothing: count('nothing'),
    },
    organisational: organisational.length,
    organisationalFed: organisational.filter(({ id }) => links.has(id)).length,
    outside: leaves.filter(({ nature }) => nature === 'outside').length,
  };
}
