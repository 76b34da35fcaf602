import { z } from 'zod';

const line = z.string().min(1).max(500);
const day = z.iso.date();
const names = z.array(z.string().min(1).max(200)).min(1);

/** How part of a network stands to the cardholder data environment. */
export const zoneRoles = ['cde', 'connected', 'security-impacting', 'out-of-scope'] as const;

/** The kinds of payment business that JR/T 0122 and JR/T 0123 tell apart. */
export const paymentBusinesses = [
  'internet-payment',
  'prepaid-card',
  'card-acquiring',
  'fixed-telephone',
  'digital-television',
  'bar-code',
] as const;

/** Why a control of Annex A is included: what it treats, what asks for it, or both. */
const inclusionSchema = z
  .strictObject({
    /** Ids of the framework, `A.8.9` or `8.9` as the framework has them. */
    controls: names,
    /** The risk that it treats, as the risk treatment plan names it. */
    risk: line.optional(),
    law: line.optional(),
    contract: line.optional(),
    /** A need of the business. */
    business: line.optional(),
  })
  .refine(({ risk, law, contract, business }) => risk ?? law ?? contract ?? business, {
    message: 'says none of risk, law, contract and business',
  });

/** One sample set: which subjects stand for which population. */
const sampleSchema = z.strictObject({
  /** What the set stands for, in a person's words. */
  population: line,
  /** Names of the subjects in the set, as the report shows them. */
  subjects: names,
  /** How many there are altogether; absent where nobody counted. */
  total: z.int().min(1).optional(),
  /** How the set was chosen. */
  selection: line.optional(),
});

/**
 * What working papers say of the system under assessment and no scan can know. Whatever is absent becomes an empty field
 * that says who fills it in.
 */
export const papersSchema = z.strictObject({
  /** Who is assessed. */
  entity: z
    .strictObject({
      name: line.optional(),
      tradeName: line.optional(),
      address: line.optional(),
      contact: line.optional(),
      website: line.optional(),
    })
    .optional(),
  /** Who assesses. */
  assessor: z
    .strictObject({
      organisation: line.optional(),
      lead: line.optional(),
      /** Number of the lead's certificate. */
      certificate: line.optional(),
      reviewer: line.optional(),
      /** Number of the report. */
      report: line.optional(),
    })
    .optional(),
  /** First and last day of the assessment, or of the period under examination; ISO 8601. */
  period: z
    .strictObject({ from: day, to: day })
    .refine(({ from, to }) => from <= to, { message: 'ends before it begins' })
    .optional(),
  /** Sample sets; absent means that everything that was listed was read. */
  samples: z.array(sampleSchema).min(1).optional(),
  pci: z
    .strictObject({
      entity: z.enum(['merchant', 'service-provider']).optional(),
      /** Whether it serves several customers on shared systems: appendix A1, for service providers. */
      multiTenant: z.boolean().optional(),
      /** Whether card-present terminals still use SSL or early TLS: appendix A2. */
      earlyTls: z.boolean().optional(),
      /** Whether a brand or an acquirer ordered the supplemental validation: appendix A3. */
      designated: z.boolean().optional(),
      zones: z
        .array(
          z.strictObject({
            role: z.enum(zoneRoles),
            name: line,
            /** Names of targets or subjects in it, as the report shows them. */
            members: names.optional(),
          }),
        )
        .min(1)
        .optional(),
      segmentation: z
        .strictObject({
          used: z.boolean(),
          /** By which technique; what is out of scope for it stands among the zones. */
          technique: line.optional(),
        })
        .optional(),
    })
    .optional(),
  iso27001: z
    .strictObject({
      /** Scope of the management system. */
      scope: z.string().min(1).max(4000).optional(),
      version: line.optional(),
      approvedBy: line.optional(),
      approvedOn: day.optional(),
      inclusion: z.array(inclusionSchema).min(1).optional(),
    })
    .optional(),
  mlps: z
    .strictObject({
      /** The level as it was filed: of the system, its business information and its services, `S3A3G3`. */
      grade: z
        .string()
        .regex(/^S[1-5]A[1-5]G[1-5]$/, 'must be a level such as S3A3G3')
        .optional(),
      /** The number under which the system is filed (备案号). */
      filing: line.optional(),
      /** The edition of the report template whose order and words the paper has; 2025 where it is absent. */
      template: z.enum(['2021', '2025']).optional(),
    })
    .optional(),
  payment: z
    .strictObject({
      /** The kind of payment business that is tested. */
      business: z.enum(paymentBusinesses).optional(),
    })
    .optional(),
  nist: z
    .strictObject({
      /** Impact level of the system by FIPS 199. */
      impact: z.enum(['low', 'moderate', 'high']).optional(),
      sites: names.optional(),
    })
    .optional(),
});

/** What working papers say of the system under assessment and no scan can know. */
export type Papers = Readonly<z.output<typeof papersSchema>>;
