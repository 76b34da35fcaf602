import { z } from 'zod';
import { textFieldsIn } from './sarif-text-fields.ts';
import { listOf, optionalInstant, optionalText } from './report-shapes.ts';

const texts = z
  .object({ text: optionalText })
  .nullish()
  .transform((written) => written?.text ?? '');

const rule = z.object({
  id: z.string().min(1),
  shortDescription: texts,
  fullDescription: texts,
  help: texts.transform(textFieldsIn),
  defaultConfiguration: z.object({ level: optionalText }).nullish(),
  properties: z
    .object({
      tags: listOf(z.string()),
      'security-severity': z.union([z.string(), z.number()]).nullish(),
      cvssV3_severity: optionalText,
      fixed_version: optionalText,
      purls: listOf(z.string()),
      purl: optionalText,
    })
    .nullish(),
});

/** What a run says of a kind of result. */
export type SarifRule = z.output<typeof rule>;

const index = z.number().int().nullish();

const result = z.object({
  ruleId: optionalText,
  ruleIndex: index,
  rule: z.object({ id: optionalText, index }).nullish(),
  kind: optionalText,
  level: optionalText,
  baselineState: optionalText,
  message: z.object({ text: optionalText }),
  suppressions: listOf(z.object({ status: optionalText, justification: optionalText })),
});

/** One thing that a run found, or says that it did not. */
export type SarifResult = z.output<typeof result>;

const run = z.object({
  tool: z.object({
    driver: z.object({
      name: z.string(),
      fullName: optionalText,
      version: optionalText,
      rules: listOf(rule),
    }),
  }),
  invocations: listOf(
    z.object({ endTimeUtc: optionalInstant, executionSuccessful: z.boolean().nullish() }),
  ),
  results: z.array(result).nullish(),
  properties: z
    .object({
      imageID: optionalText,
      imageName: optionalText,
      repoTags: listOf(z.string()),
      repoDigests: listOf(z.string()),
    })
    .nullish(),
});

/** One run of a tool. */
export type SarifRun = z.output<typeof run>;

/** What is read of a document of SARIF. */
export const sarifSchema = z.object({ version: z.literal('2.1.0'), runs: z.array(run) });
