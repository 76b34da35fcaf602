import { z } from 'zod';
import { buildCatalog } from './catalog.ts';
import type { OscalInput } from './document.ts';
import { placeOf, tokensOf, type Place } from '../requirement-tokens.ts';

/** As much of a catalog as is needed to find its controls. */
const shape = z.object({
  id: z.string().optional(),
  get groups() {
    return z.array(shape).optional();
  },
  get controls() {
    return z.array(shape).optional();
  },
});
type Shape = z.output<typeof shape>;

/** Where each requirement stands in the framework's catalog, by its own id; groups stand nowhere. */
export function placesOf(input: OscalInput): ReadonlyMap<string, Place> {
  const { catalog } = z.object({ catalog: shape }).parse(buildCatalog(input));
  const controls = new Set<string>();
  const visit = (within: Shape): void => {
    for (const each of within.controls ?? []) {
      if (each.id !== undefined) controls.add(each.id);
      visit(each);
    }
    for (const each of within.groups ?? []) visit(each);
  };
  visit(catalog);
  const tokens = tokensOf(input.framework);
  const known = new Set(tokens.values());
  return new Map(
    [...tokens]
      .map(([id, token]) => [id, placeOf(token, known)] as const)
      .filter(([, { control }]) => controls.has(control)),
  );
}
