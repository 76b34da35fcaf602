import { z } from 'zod';
import { inLanguage, text, type Text, type Wording } from '../text.ts';
import { wordingSchema } from '../text-schema.ts';
import { sourceSchema } from './source.ts';

/** Every reason why something can be a gap; {@link GapReason} explains each. */
export const gapReasons = [
  'denied',
  'unavailable',
  'timeout',
  'malformed',
  'unsupported',
  'not-understood',
] as const;

/**
 * Why something could not be read.
 *
 * - `denied`: permission was refused
 * - `unavailable`: the endpoint, file or tool is not there, or was not asked for
 * - `timeout`: it did not answer before its deadline
 * - `malformed`: it answered with something that could not be understood
 * - `unsupported`: what was asked cannot tell, such as this platform, this engine, or a scan without an option
 * - `not-understood`: it was read, and cannot be parsed with certainty
 */
export type GapReason = (typeof gapReasons)[number];

/** How each reason is called for people. */
export const reasonWords = {
  denied: text('permission denied', '权限不足'),
  unavailable: text('not available', '不可用'),
  timeout: text('timed out', '超时'),
  malformed: text('answer not understood', '应答无法解析'),
  unsupported: text('not known here', '此处无从得知'),
  'not-understood': text('not understood', '未能解析'),
} as const satisfies Record<GapReason, Text>;

/** The last segment of the path of a gap after the known items of a list, as JSON Pointer calls the place after the last. */
export const afterLast = '-';

/** A fact, or with the path `''` a whole subject, that could not be read; or what a list may hold beyond its known items. */
export const gapSchema = z.object({
  /** JSON Pointer into the subject's facts; `''` is the whole subject, and `/mounts/-` what there may be after the last known mount. */
  path: z.string(),
  reason: z.enum(gapReasons),
  /** What was tried and what came back; never a secret. What a system answered stands as it came, in one string. */
  detail: wordingSchema,
  source: sourceSchema.optional(),
});

/** A fact that could not be read, and why; no check passes on it. */
export type Gap = Readonly<z.output<typeof gapSchema>>;

/** A kind of subject (or a whole target) whose list could not be read, or not completely. */
export const populationGapSchema = z.object({
  target: z.string(),
  /** The kind that could not be listed, or not read whole; `null` means every kind of the target. */
  kind: z.string().nullable(),
  reason: z.enum(gapReasons),
  /** What was tried and what came back, as the gap of a fact says it. */
  detail: wordingSchema,
  source: sourceSchema.optional(),
});

/** A list that could not be read, or not to its end, so that nobody knows what else would have been in it. */
export type PopulationGap = Readonly<z.output<typeof populationGapSchema>>;

/** A gap in a sentence: its reason and what came back. In English the reason goes by its id. */
export const describeGap = ({ reason, detail }: { reason: GapReason; detail: Wording }): Text =>
  text(
    `${reason}: ${inLanguage(detail, 'en')}`,
    `${reasonWords[reason].zh}：${inLanguage(detail, 'zh')}`,
  );
