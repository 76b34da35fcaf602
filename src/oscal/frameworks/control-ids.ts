import { z } from 'zod';
import { buildCatalog } from './catalog.ts';
import type { OscalInput } from './document.ts';
import { tokensOf } from '../oscal-names.ts';

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

/** The OSCAL id of each requirement that is a control in the framework's catalog, by its own id; groups have none. */
export function controlIdsOf(input: OscalInput): ReadonlyMap<string, string> {
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
  return new Map([...tokensOf(input.framework)].filter(([, token]) => controls.has(token)));
}
