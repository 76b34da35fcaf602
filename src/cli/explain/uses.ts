import { builtinFrameworks, type MappedFramework } from '../../frameworks.ts';
import type { Link, Text } from '../../index.ts';

/** A requirement that a control gives evidence for. */
export interface Use extends Omit<Link, 'control'> {
  readonly framework: string;
  /** The requirement's short title. */
  readonly title: Text;
}

/** What every control gives evidence for, in every built-in framework, by control id. */
export async function allUses(): Promise<ReadonlyMap<string, readonly Use[]>> {
  const loaded: MappedFramework[] = [];
  // One after another: jiti, which runs the scripts, hands out what two of them share before it is loaded.
  for (const entry of Object.values(builtinFrameworks)) loaded.push(await entry.load());
  return usesIn(loaded);
}

/** What every control gives evidence for in some frameworks, by control id. */
export function usesIn(
  frameworks: readonly MappedFramework[],
): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { framework, mappings } of frameworks) {
    const titles = new Map<string, Text>(
      framework.requirements.map(({ id, title }) => [id, title]),
    );
    for (const { control, ...link } of mappings.flatMap(({ links }) => links)) {
      const title = titles.get(link.requirement) ?? { en: '', zh: '' };
      const own = { framework: framework.id, title, ...link };
      const known = uses.get(control);
      if (known) known.push(own);
      else uses.set(control, [own]);
    }
  }
  return uses;
}
