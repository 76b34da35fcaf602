import { z } from 'zod';
import { attestationSchema, type Attestation } from './statements/attestation.ts';
import type { Catalog, ControlIdOf } from './controls/catalog.ts';
import type { Collector } from './snapshot/collector.ts';
import { severities } from './controls/control.ts';
import { PlimsollError } from './errors.ts';
import type { Selection } from './frameworks/requirements.ts';
import { notApplicableSchema, type NotApplicable } from './statements/not-applicable.ts';
import { systemSchema, type SystemScope } from './snapshot/system.ts';
import { languages, textSchema, type Language, type Text } from './text.ts';
import {
  waiverLimitsSchema,
  waiverSchema,
  type Waiver,
  type WaiverLimits,
} from './statements/waiver.ts';

/** Severities at which a run fails, and `none` for never. */
export const thresholds = [...severities, 'none'] as const;

/** The lowest severity that makes a run fail, or `none` for a run that never does. */
export type Threshold = (typeof thresholds)[number];

/** Ids of the controls of a configuration that is extended; any, where its types do not tell. */
type IdsOfBase<Base> = Base extends { readonly catalog?: infer C }
  ? IdsOf<Extract<C, Catalog>, string>
  : string;

/** The ids of a catalog's controls, or else the type given where there is no catalog. */
type IdsOf<C extends Catalog, Otherwise> = [C] extends [never] ? Otherwise : ControlIdOf<C>;

/** Ids of the controls that may be waived; without a catalog of its own, those of what is extended. */
type WaivableId<C extends Catalog, Base> =
  IdsOf<C, [Base] extends [never] ? string : never> | IdsOfBase<Base>;

/** What a team settles once, in `plimsoll.config.ts`; the command line's options win over it. */
export interface PlimsollConfig<C extends Catalog = Catalog, Base = unknown> {
  /**
   * Configurations on which this one rests, lowest first: a package, `plimsoll-config-acme`; a file, `./base.ts`, from
   * the file's folder; or what {@link definePlimsollConfig} made. What this one says is laid over them.
   */
  readonly extends?: Base | readonly Base[];
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
  readonly waivers?: readonly (Waiver<WaivableId<C, Base>> | string)[];
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
  readonly language?: Language;
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
  /** Languages of your own, made with `defineLocale` of `plimsoll/report`; `plimsoll report --lang ID` reports in them. */
  readonly locales?: readonly LocaleObject[];
  /** Whose documents they are, for the cover of HTML and PDF. */
  readonly branding?: ConfigBranding;
}

/** A document of one's own, as far as a configuration has to know it. */
export interface ReportFunction {
  readonly id: string;
  readonly title: Text;
  /** Makes its blocks of the model, in the words that `say` gives. */
  readonly build: (report: never, say: never) => unknown;
}

/** A language of one's own, as far as a configuration has to know it. */
export interface LocaleObject {
  readonly id: string;
  /** The language of what it has no words for. */
  readonly base: Language;
  readonly messages: Readonly<Record<string, string>>;
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

const localeSchema = z.custom<LocaleObject>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'base' in value &&
    languages.some((each) => each === value.base) &&
    'missing' in value &&
    'messages' in value,
  { message: 'must be made with defineLocale' },
);

const extendedSchema = z.custom<string | PlimsollConfig>(
  (value) =>
    (typeof value === 'string' && value !== '') || (typeof value === 'object' && value !== null),
  { message: 'must be a package, a file or a configuration' },
);

const configSchema = z.strictObject({
  extends: z
    .unknown()
    .transform((value) => [value].flat())
    .pipe(z.array(extendedSchema))
    .optional(),
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
  locales: z.array(localeSchema).optional(),
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
export const definePlimsollConfig = <
  // Without inference, never: no catalog is not any catalog.
  const C extends Catalog = never,
  const Base extends string | PlimsollConfig = never,
>(
  config: PlimsollConfig<C, Base>,
): PlimsollConfig<C, Base> => config;

/** A path into a configuration: `['frameworks', 0]`. */
export type ConfigPath = readonly (string | number)[];

/** A path as a program writes it: `waivers[0].until`. */
export const sayConfigPath = (path: ConfigPath): string =>
  path
    .map((each, at) => (typeof each === 'number' ? `[${each}]` : `${at === 0 ? '' : '.'}${each}`))
    .join('');

/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** The value that is wrong, or the field that does not exist. */
  readonly path: ConfigPath;
  readonly message: string;
}

/** Holds what came from outside to the shape of a configuration, and tells everything that is wrong with it. */
export function checkConfig(
  input: unknown,
): { readonly config: PlimsollConfig } | { readonly problems: readonly ConfigProblem[] } {
  const parsed = configSchema.safeParse(input);
  // The schema's optional fields are absent, not undefined, once parsed.
  if (parsed.success) return { config: parsed.data as PlimsollConfig };
  return { problems: parsed.error.issues.flatMap(describeIssue) };
}

function describeIssue(issue: z.core.$ZodIssue): readonly ConfigProblem[] {
  // A configuration is written as text, which has no symbols.
  const path = issue.path.map((each) => (typeof each === 'number' ? each : String(each)));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: 'there is no such field' }));
}

/**
 * Reads a configuration that came from outside.
 *
 * @throws PlimsollError `config-invalid` naming `place` and each field that is wrong
 */
export function parseConfig(input: unknown, place: string): PlimsollConfig {
  const checked = checkConfig(input);
  if ('config' in checked) return checked.config;
  const said = checked.problems.map(({ path, message }) => `${sayConfigPath(path)}: ${message}`);
  throw new PlimsollError('config-invalid', `${place}: ${said.join('; ')}`, {
    hint: 'Export the result of definePlimsollConfig({ … }) as the default.',
  });
}
