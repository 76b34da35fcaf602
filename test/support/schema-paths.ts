import { z } from 'zod';

/** An object in the facts of a kind, and the keys that its schema has. */
export interface HolderOf {
  /** From the facts to the object; items of lists by `0`. */
  readonly path: readonly string[];
  readonly names: ReadonlySet<string>;
  /** Facts that hold such an object, and nothing in it. */
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: boolean | Part;
  readonly items?: Part;
  readonly anyOf?: readonly Part[];
  readonly oneOf?: readonly Part[];
}

/** Every object of a schema whose keys are not free, read from its JSON Schema: another way than the one under test. */
export function holdersIn(schema: z.ZodType): readonly HolderOf[] {
  const found = new Map<string, { path: readonly string[]; names: Set<string>; free: boolean }>();
  const walk = (part: Part, path: readonly string[]): void => {
    for (const branch of [...(part.anyOf ?? []), ...(part.oneOf ?? [])]) walk(branch, path);
    if (part.items) walk(part.items, [...path, '0']);
    const { properties, additionalProperties: rest } = part;
    if (properties === undefined && rest === undefined) return;
    const key = JSON.stringify(path);
    const holder = found.get(key) ?? { path, names: new Set<string>(), free: false };
    found.set(key, holder);
    if (typeof rest === 'object') {
      holder.free = true;
      walk(rest, [...path, 'any']);
    }
    for (const [name, below] of Object.entries(properties ?? {})) {
      holder.names.add(name);
      walk(below, [...path, name]);
    }
  };
  // JSON Schema allows more than a part; of what zod writes this is all that matters.
  walk(z.toJSONSchema(schema, { reused: 'inline', unrepresentable: 'any' }) as Part, []);
  return [...found.values()]
    .filter(({ free }) => !free)
    .map(({ path, names }) => ({ path, names, facts: factsAt(path) }));
}

const factsAt = (path: readonly string[]): Readonly<Record<string, unknown>> =>
  path.reduceRight<Record<string, unknown>>(
    (below, key) =>
      key === '0' ? ([below] as unknown as Record<string, unknown>) : { [key]: below },
    {},
  );

/** A word as a hasty hand writes it. */
export function typo(word: string, seed: number): string {
  const at = seed % word.length;
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (seed % 3) {
    case 0:
      return `${before}${after}`;
    case 1:
      return `${before}${letter}${letter}${after}`;
    default:
      return `${before}${after.charAt(0)}${letter}${after.slice(1)}`;
  }
}
