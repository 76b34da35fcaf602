import { buildCatalog } from './catalog.ts';
import { buildComponentDefinition } from './component.ts';
import type { OscalInput } from './document.ts';
import { buildMappingCollection } from './mapping.ts';
import { buildProfile } from './profile.ts';

/** The OSCAL models that a framework can be written as. */
export const oscalModels = {
  catalog: buildCatalog,
  profile: buildProfile,
  'component-definition': buildComponentDefinition,
  'mapping-collection': buildMappingCollection,
} as const satisfies Readonly<Record<string, (input: OscalInput) => object>>;

/** The name of an OSCAL model. */
export type OscalModel = keyof typeof oscalModels;
