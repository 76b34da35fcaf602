import { builtinFrameworks } from '../frameworks.ts';
import type { Link, Text } from '../index.ts';

/** A requirement that a control gives evidence for. */
export interface Use extends Omit<Link, 'control'> {
  readonly framework: string;
  /** The requirement's short title. */
  readonly title: Text;
}

/** What every control gives evidence for, in every built-in framework, by control id. */
export async function allUses(): Promise<ReadonlyMap<string, readonly Use[]>> {
  const loaded = await Promise.all(Object.values(builtinFrameworks).map((entry) => entry.load()));
  const uses = new Map<string, Use[]>();
  for (const { framework, mappings } of loaded) {
    const titles = new Map<string, Text>(
      framework.requirements.map(({ id, title }) => [id, title]),
    );
    for (const { control, ...link } of mappings.flatMap(({ links }) => links)) {
      const title = titles.get(link.requirement) ?? { en: '', zh: '' };
      const known = uses.get(control) ?? [];
      uses.set(control, [...known, { framework: framework.id, title, ...link }]);
    }
  }
  return uses;
}
