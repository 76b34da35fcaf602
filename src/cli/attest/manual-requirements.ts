import { headingsOf, requirementsAt, type SelectedFramework } from '../../frameworks.ts';
import type { Catalog, Requirement } from '../../index.ts';

/**
 * The requirements of a framework that ask for a person's statement: what is organisational, and what a
 * question to a person decides. Headings are left out.
 */
export function openRequirements(
  selected: SelectedFramework,
  catalog: Catalog,
): readonly Requirement[] {
  const { framework, mappings, level } = selected;
  const questions = new Set<string>(
    catalog.controls.filter(({ question }) => question !== undefined).map(({ id }) => id),
  );
  const links = mappings.flatMap((mapping) => mapping.links);
  const asked = new Set(
    links
      .filter(
        ({ control, shows, breaks }) =>
          (shows !== 'context' || breaks !== 'nothing') && questions.has(control),
      )
      .map(({ requirement }) => requirement),
  );
  const chosen = requirementsAt(framework, level ?? framework.defaultLevel);
  const headings = headingsOf(selected);
  return chosen.filter(
    ({ id, nature }) => (nature === 'organisational' && !headings.has(id)) || asked.has(id),
  );
}
