import { z } from 'zod';
import { attestationSchema, type Attestation } from './attestation.ts';
import type { Catalog } from './catalog.ts';
import type { Collector } from './collector.ts';
import { severities } from './control.ts';
import { PlimsollError } from './errors.ts';
import type { Selection } from './requirements.ts';
import { notApplicableSchema, type NotApplicable } from './not-applicable.ts';
import { systemSchema, type SystemScope } from './system.ts';
import { languages, textSchema, type Text } from './text.ts';
import { waiverLimitsSchema, waiverSchema, type Waiver, type WaiverLimits } from './waiver.ts';

/** Severities at which a run fails, and `none` for never. */
export const thresholds = [...severities, 'none'] as const;

/** The lowest severity that makes a run fail, or `none` for a run that never does. */
export type Threshold = (typeof thresholds)[number];

/** What a team settles once, in `plimsoll.config.ts`; the command line's options win over it. */
export interface PlimsollConfig<C extends Catalog = Catalog> {
  /** Targets as the command line spells them; absent means the local engine and this host. */
  readonly targets?: readonly string[];
  /** Targets of one's own; read where no targets are named, and otherwise by their ids. */
  readonly collectors?: readonly Collector[];
  /**
   * Scanners for malware as `--malware` names them, `clamd:/run/clamav/clamd.ctl`; a file of rules, `yara:rules.yar`, from
   * the configuration's folder. Absent means none.
   */
  readonly malware?: readonly string[];
  /** Absent means the built-in catalog. */
  readonly catalog?: C;
  /**
   * Frameworks as the command line spells them, `cis-docker-1.8.0@1`; files of your own, `./acme.yaml`, from the
   * file's folder; or what {@link defineFramework} and {@link defineMapping} made.
   */
  readonly frameworks?: readonly (string | Selection)[];
  /** Waivers themselves, or files, folders and patterns like `waivers/*.yaml`, from the file's folder. */
  readonly waivers?: readonly (Waiver<C['controls'][number]['id']> | string)[];
  /**
   * For how many days a waiver may hold, by the severity of its control, such as `{ critical: 30, high: 90 }`; a
   * longer one accepts nothing. A severity that is absent has no limit.
   */
  readonly waiverLimits?: WaiverLimits;
  /** Attestations themselves, or files, folders and patterns, from the file's folder. */
  readonly attestations?: readonly (Attestation | string)[];
  /** The system under assessment; what is outside of it is listed and not judged. */
  readonly system?: SystemScope;
  /** Requirements that do not apply, each with its reason and its owner. */
  readonly notApplicable?: readonly NotApplicable[];
  readonly language?: (typeof languages)[number];
  /** The lowest severity at which a failure makes the run fail; `high` when absent. */
  readonly failOn?: Threshold;
  /** Whether unknown and error count as failures. */
  readonly strict?: boolean;
  /**
   * Where scans are kept: a file, `plimsoll.db`, from the configuration's folder, or a URL of PostgreSQL; absent means
   * nowhere.
   */
  readonly ledger?: string;
  /** Documents of your own, made with `defineReport` of `plimsoll/report`; `plimsoll report --document ID` makes them. */
  readonly reports?: readonly ReportFunction[];
  /** Whose documents they are, for the cover of HTML and PDF. */
  readonly branding?: ConfigBranding;
}

/** A document of one's own, as far as a configuration has to know it. */
export interface ReportFunction {
  readonly id: string;
  readonly title: Text;
  readonly build: (report: never, say: never) => unknown;
}

const label = z.string().min(1).max(200).optional();

const brandingSchema = z.strictObject({
  /** Whose platform was assessed. */
  organisation: label,
  /** Who assessed it. */
  assessor: label,
  documentNumber: label,
  /** How confidential the document is. */
  classification: label,
  /** Colour of titles and links, `#0f4c5c`; it is made darker or lighter until it can be read. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0f4c5c')
    .optional(),
  /** A PNG, JPEG or SVG, from the configuration's folder. */
  logo: z.string().min(1).optional(),
});

/** Whose documents they are. */
export type ConfigBranding = Readonly<z.output<typeof brandingSchema>>;

/** A text, or else what the schema says; a union would only say that neither fits. */
function pathOr<Schema extends z.ZodType>(schema: Schema) {
  return z.unknown().transform((value, context): string | z.output<Schema> => {
    if (typeof value === 'string') return value;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) {
      context.addIssue({ code: 'custom', message, path: [...path] });
    }
    return z.NEVER;
  });
}

const selectionSchema = z.custom<Selection>(
  (value) =>
    typeof value === 'object' && value !== null && 'framework' in value && 'mappings' in value,
  { message: 'must be an id, a file, or { framework, mappings }' },
);

const collectorSchema = z.custom<Collector>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'kinds' in value &&
    Array.isArray(value.kinds) &&
    'collect' in value &&
    typeof value.collect === 'function',
  { message: 'must be made with defineCollector' },
);

const reportSchema = z.custom<ReportFunction>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'title' in value &&
    textSchema.safeParse(value.title).success &&
    'build' in value &&
    typeof value.build === 'function',
  { message: 'must be made with defineReport' },
);

const configSchema = z.strictObject({
  targets: z.array(z.string()).optional(),
  collectors: z.array(collectorSchema).optional(),
  malware: z.array(z.string()).optional(),
  catalog: z
    .custom<Catalog>(
      (value) =>
        typeof value === 'object' && value !== null && 'controls' in value && 'lineage' in value,
      { message: 'must be made with defineCatalog or extendCatalog' },
    )
    .optional(),
  frameworks: z.array(pathOr(selectionSchema)).optional(),
  waivers: z.array(pathOr(waiverSchema)).optional(),
  waiverLimits: waiverLimitsSchema.optional(),
  attestations: z.array(pathOr(attestationSchema)).optional(),
  system: systemSchema.optional(),
  notApplicable: z.array(notApplicableSchema).optional(),
  language: z.enum(languages).optional(),
  failOn: z.enum(thresholds).optional(),
  strict: z.boolean().optional(),
  ledger: z.string().min(1).optional(),
  reports: z.array(reportSchema).optional(),
  branding: brandingSchema.optional(),
});

/**
 * Gives a configuration its types: a waiver of a control that the catalog does not have does not compile.
 *
 * @example
 * export default definePlimsollConfig({
 *   frameworks: ['cis-docker-1.8.0@1'],
 *   failOn: 'high',
 * });
 */
export const definePlimsollConfig = <const C extends Catalog>(
  config: PlimsollConfig<C>,
): PlimsollConfig<C> => config;

/**
 * Reads a configuration that came from outside.
 *
 * @throws PlimsollError `config-invalid` naming `place` and each field that is wrong
 */
export function parseConfig(input: unknown, place: string): PlimsollConfig {
  const parsed = configSchema.safeParse(input);
  // The schema's optional fields are absent, not undefined, once parsed.
  if (parsed.success) return parsed.data as PlimsollConfig;
  throw new PlimsollError('config-invalid', `${place}: ${z.prettifyError(parsed.error)}`, {
    hint: 'Export the result of definePlimsollConfig({ … }) as the default.',
  });
}
