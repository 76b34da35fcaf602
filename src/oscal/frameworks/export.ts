import { buildCatalog } from './catalog.ts';
import { buildComponentDefinition } from './component.ts';
import type { OscalInput } from './document.ts';
import { buildMappingCollection } from './mapping.ts';
import { buildProfile } from './profile.ts';

/** The OSCAL models that a framework can be written as. */
export const oscalModels = {
  /** Every requirement, with a statement and an objective. */
  catalog: buildCatalog,
  /** What a level asks, out of the catalog. */
  profile: buildProfile,
  /** Which controls feed which requirement, how strongly and why. */
  'component-definition': buildComponentDefinition,
  /** The same, as links between two catalogs; OSCAL 1.2 only. */
  'mapping-collection': buildMappingCollection,
} as const satisfies Readonly<Record<string, (input: OscalInput) => object>>;

/** The name of an OSCAL model. */
export type OscalModel = keyof typeof oscalModels;
