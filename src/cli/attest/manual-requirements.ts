import { requirementsAt, type SelectedFramework } from '../../frameworks.ts';
import type { Catalog, Requirement } from '../../index.ts';

/**
 * The requirements of a framework that ask for a person's statement: what is organisational, and what a
 * question to a person decides. Headings are left out.
 */
export function openRequirements(
  { framework, mappings, level }: SelectedFramework,
  catalog: Catalog,
): readonly Requirement[] {
  const questions = new Set<string>(
    catalog.controls.filter(({ question }) => question !== undefined).map(({ id }) => id),
  );
  const links = mappings.flatMap((mapping) => mapping.links);
  const linked = new Set(links.map(({ requirement }) => requirement));
  const asked = new Set(
    links
      .filter(
        ({ control, shows, breaks }) =>
          (shows !== 'context' || breaks !== 'nothing') && questions.has(control),
      )
      .map(({ requirement }) => requirement),
  );
  const chosen = requirementsAt(framework, level ?? framework.defaultLevel);
  const parents = new Set(chosen.map(({ parent }) => parent));
  return chosen.filter(
    ({ id, nature }) =>
      (nature === 'organisational' && !(parents.has(id) && !linked.has(id))) || asked.has(id),
  );
}
