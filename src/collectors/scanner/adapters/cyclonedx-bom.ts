import { z } from 'zod';
import { listOf, optionalInstant, optionalText } from './report-shapes.ts';

const ownFields = z.object({
  'bom-ref': optionalText,
  type: optionalText,
  name: optionalText,
  version: optionalText,
  purl: optionalText,
  properties: listOf(z.object({ name: optionalText, value: optionalText })),
});

/** A part of what is described, with the parts that it is made of. */
export interface Component extends z.output<typeof ownFields> {
  readonly components: readonly Component[];
}

const component: z.ZodType<Component> = ownFields.extend({
  components: z.lazy(() => listOf(component)),
});

const named = z.object({ name: optionalText, version: optionalText, vendor: optionalText });

const rating = z.object({
  source: z.object({ name: optionalText }).nullish(),
  severity: optionalText,
  score: z.number().nullish(),
  method: optionalText,
});

/** How bad somebody says that a vulnerability is. */
export type Rating = z.output<typeof rating>;

const affected = z.object({
  ref: z.string(),
  versions: listOf(z.object({ version: optionalText, range: optionalText, status: optionalText })),
});

/** A part that a vulnerability is about, and which of its versions have it. */
export type Affected = z.output<typeof affected>;

const vulnerability = z.object({
  id: z.string().min(1),
  references: listOf(z.object({ id: optionalText })),
  source: z.object({ name: optionalText }).nullish(),
  ratings: listOf(rating),
  recommendation: optionalText,
  affects: listOf(affected),
  analysis: z
    .object({
      state: optionalText,
      justification: optionalText,
      detail: optionalText,
      lastUpdated: optionalInstant,
    })
    .nullish(),
});

/** One vulnerability, as the document lists it. */
export type CyclonedxVulnerability = z.output<typeof vulnerability>;

/** What is read of a document of CycloneDX. */
export const bomSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z
    .object({
      timestamp: optionalInstant,
      tools: z
        .union([z.array(named), z.object({ components: listOf(named), services: listOf(named) })])
        .nullish(),
      component: component.nullish(),
      authors: listOf(named.extend({ email: optionalText })),
      supplier: named.nullish(),
      manufacturer: named.nullish(),
      // Up to version 1.5 it was spelt like this.
      manufacture: named.nullish(),
    })
    .nullish(),
  components: listOf(component),
  vulnerabilities: z.array(vulnerability).nullish(),
});

/** A document of CycloneDX. */
export type Bom = z.output<typeof bomSchema>;

/** The programs that wrote the document. */
export function toolsOf({ metadata }: Bom): readonly z.output<typeof named>[] {
  const tools = metadata?.tools;
  if (Array.isArray(tools)) return tools;
  return [...(tools?.components ?? []), ...(tools?.services ?? [])];
}

/** Every part, those that lie in others as well. */
export function partsOf({ components }: Bom): readonly Component[] {
  const parts = [...components];
  // It grows while it is walked, so that no depth is too deep.
  for (const part of parts) for (const inner of part.components) parts.push(inner);
  return parts;
}

/** Every part and the described item itself, by the names that other places of the document use. */
export function partsByRef(bom: Bom): ReadonlyMap<string, Component> {
  const parts = new Map<string, Component>();
  for (const part of [bom.metadata?.component, ...partsOf(bom)]) {
    if (part && part['bom-ref'] !== '') parts.set(part['bom-ref'], part);
  }
  return parts;
}

/** Other ids of the same vulnerability. */
export const aliasesOf = ({ id, references }: CyclonedxVulnerability): string[] =>
  references.map((each) => each.id).filter((other) => other !== '' && other !== id);
