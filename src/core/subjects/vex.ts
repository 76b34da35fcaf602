import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { instant } from '../facts/shared-facts.ts';

/** Where a product stands towards a vulnerability. */
export const vexStatuses = ['not-affected', 'affected', 'fixed', 'under-investigation'] as const;

const statement = z.object({
  /** As the document calls it, `CVE-2024-3094`. */
  vulnerability: z.string(),
  /** Other ids of the same vulnerability. */
  aliases: z.array(z.string()),
  /** What it is said of: package URLs or digests (`sha256:…`); empty when the statement names nothing that can be matched. */
  products: z.array(z.string()),
  /** Parts of the products, by package URL; empty means the products as a whole. */
  subcomponents: z.array(z.string()),
  /** Where the products stand towards it. */
  status: z.enum(vexStatuses),
  /** Why, in one of the format's own words or as text; `''` when none was given. */
  justification: z.string(),
  /** When it was said; `null` when the document does not tell. */
  saidAt: instant.nullable(),
  /** Where it stands in the document, as a JSON Pointer. */
  at: z.string(),
});

const vexSchema = z.object({
  /** Format of the document. */
  format: z.enum(['openvex', 'cyclonedx']),
  /** Who says so; `''` when the document names nobody. */
  author: z.string(),
  /** SHA-256 of the document, hexadecimal. */
  sha256: z.string(),
  /** What it says, one vulnerability each. */
  statements: z.array(statement),
});

/** The facts of a VEX document, before they are made read-only; an interface, so that declarations name it. */
export interface Vex extends z.output<typeof vexSchema> {}

/**
 * What somebody says of vulnerabilities in their products: a VEX document.
 *
 * @see https://github.com/openvex/spec
 */
export const vex: SubjectKind<'vex', Vex> = defineSubject({
  kind: 'vex',
  label: { en: 'VEX document', zh: 'VEX 文档' },
  schema: vexSchema,
});

/** The facts of a VEX document, as a check sees them. */
export type VexFacts = FactsOf<typeof vex>;
