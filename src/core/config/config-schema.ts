import { z } from 'zod';
import type { Catalog } from '../controls/catalog.ts';
import type { FrameworkSelection } from '../frameworks/selection.ts';
import type { AnyCollector } from '../snapshot/any-collector.ts';
import { systemSchema } from '../snapshot/system.ts';
import { attestationSchema } from '../statements/attestation.ts';
import { notApplicableSchema } from '../statements/not-applicable.ts';
import { waiverLimitsSchema, waiverSchema } from '../statements/waiver.ts';
import { readWith } from '../read-with.ts';
import { own } from '../say-issues.ts';
import { languages } from '../text.ts';
import { textSchema } from '../text-schema.ts';
import { brandingSchema } from './branding.ts';
import type { LocaleObject, PlimsollConfig, ReportFunction } from './config.ts';
import { thresholds } from './threshold.ts';

/** A text, or else what the schema says; a union would only say that neither fits. */
function pathOr<Schema extends z.ZodType>(schema: Schema) {
  return z.unknown().transform((value, context): string | z.output<Schema> => {
    if (typeof value === 'string') return value;
    const parsed = readWith(schema, value);
    if (parsed.success) return parsed.data;
    for (const { place, said } of parsed.problems) {
      context.addIssue({ code: 'custom', message: said.en, path: [...place], params: { said } });
    }
    return z.NEVER;
  });
}

const selectionSchema = z.custom<FrameworkSelection>(
  (value) =>
    typeof value === 'object' && value !== null && 'framework' in value && 'mappings' in value,
  {
    message: own(
      'must be an id, a file, or { framework, mappings }',
      '应为 id、文件或 { framework, mappings }',
    ),
  },
);

const collectorSchema = z.custom<AnyCollector>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    (('kinds' in value && Array.isArray(value.kinds)) ||
      ('extends' in value && 'added' in value)) &&
    'collect' in value &&
    typeof value.collect === 'function',
  {
    message: own(
      'must be made with defineCollector or extendSubject',
      '应由 defineCollector 或 extendSubject 生成',
    ),
  },
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
  { message: own('must be made with defineReport', '应由 defineReport 生成') },
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
  { message: own('must be made with defineLocale', '应由 defineLocale 生成') },
);

const extendedSchema = z.custom<string | PlimsollConfig>(
  (value) =>
    (typeof value === 'string' && value !== '') || (typeof value === 'object' && value !== null),
  { message: own('must be a package, a file or a configuration', '应为包、文件或配置') },
);

/** The shape of a configuration that came from outside. */
export const configSchema = z.strictObject({
  extends: z
    .unknown()
    .transform((value) => [value].flat())
    .pipe(z.array(extendedSchema))
    .optional(),
  targets: z.array(z.string()).optional(),
  collectors: z.array(collectorSchema).optional(),
  malware: z.array(z.string()).optional(),
  imageKeys: z.array(z.string()).optional(),
  catalog: z
    .custom<Catalog>(
      (value) =>
        typeof value === 'object' && value !== null && 'controls' in value && 'lineage' in value,
      {
        message: own(
          'must be made with defineCatalog or extendCatalog',
          '应由 defineCatalog 或 extendCatalog 生成',
        ),
      },
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
