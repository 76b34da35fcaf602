import { z } from 'zod';
import type { Check } from './check.ts';
import { PlimsollError } from '../errors.ts';
import type { FactsOf, SubjectKind } from '../facts/subject.ts';
import { inBoth, type Text, type Wording, text } from '../text.ts';
import { wordsSchema } from '../text-schema.ts';
import {
  exposures,
  impacts,
  ratedSeverity,
  severities,
  type Rating,
  type Severity,
} from './severity.ts';
import { unknown } from './verdict.ts';
import { readWith } from '../read-with.ts';
import { own, sayProblems } from '../say-issues.ts';

/** One assertion about one kind of subject, with its words, parameters and check. */
export interface Control<
  Id extends string = string,
  K extends SubjectKind = SubjectKind,
  Params extends z.ZodObject = z.ZodObject,
> {
  readonly id: Id;
  readonly subject: K;
  readonly severity: Severity;
  /** What the severity was derived from; absent where the author gave the severity alone. */
  readonly rating?: Rating;
  readonly title: Text;
  /** What is wrong where it fails, said as a state: it heads failures; absent where the title does. */
  readonly failingTitle?: Text;
  /** Why it matters: what an attacker or an accident gains when it fails. */
  readonly rationale: Text;
  /** What to do, with the command or the configuration line. */
  readonly remediation: Text;
  /** Primary sources, https only. */
  readonly references: readonly string[];
  /**
   * Every parameter has a default, so that an empty object is valid. `.meta({ en, zh })` says what it means and
   * why its default is what it is.
   */
  readonly params: Params;
  /** Days for which what it found holds; absent means that nobody said. */
  readonly holds?: number;
  /**
   * Decides whether the control has anything to judge: `notApplicable(reason)` where it has not, `true`
   * where it has. Absent means that it always applies.
   */
  readonly applies?: Check<never, never>;
  readonly check: Check<never, never>;
  /** Present on a control that only a person can judge: what to find out, and what evidence to attach. */
  readonly question?: Text;
}

/** Any control whatever. */
export type AnyControl = Control;

/** The parameters of a control as a person may set them. */
export type ParamsInput<C extends AnyControl> = Partial<z.input<C['params']>>;

/** What the author of any control writes. */
interface Words<Id extends string, K extends SubjectKind> {
  id: Id;
  subject: K;
  title: Wording;
  /** What is wrong where it fails, said as a state: “The container runs as root”. The title stands in its place where it is absent. */
  failingTitle?: Wording;
  rationale: Wording;
  remediation: Wording;
  references: readonly string[];
  holds?: number;
}

interface Definition<
  Id extends string,
  K extends SubjectKind,
  Params extends z.ZodObject,
> extends Words<Id, K> {
  params?: Params;
  applies?: Check<FactsOf<K>, z.output<Params>>;
  check: Check<FactsOf<K>, z.output<Params>>;
}

/** What an author writes who gives the severity; see {@link defineControl}. */
export interface ControlDefinition<
  Id extends string,
  K extends SubjectKind,
  Params extends z.ZodObject,
> extends Definition<Id, K, Params> {
  severity: Severity;
}

/** What an author writes who gives the rating, from which the severity follows; see {@link defineControl}. */
export interface RatedDefinition<
  Id extends string,
  K extends SubjectKind,
  Params extends z.ZodObject,
> extends Definition<Id, K, Params> {
  rating: Rating;
}

const none = z.object({});

/** For schemas that are used once or twice: zod is not to compile a parser of their own first. */
export const parsedOnce = { jitless: true } as const;

/** A control for a person: words without a check; see {@link defineManualControl}. */
export type ManualDefinition<Id extends string, K extends SubjectKind> = Words<Id, K> & {
  applies?: Check<FactsOf<K>, Record<never, never>>;
  question: Wording;
} & ({ severity: Severity } | { rating: Rating });

const definitionSchema = z
  .object({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, own('must be in kebab-case', '应为 kebab-case')),
    severity: z.enum(severities).optional(),
    rating: z.tuple([z.enum(impacts), z.enum(exposures)]).optional(),
    title: wordsSchema,
    failingTitle: wordsSchema.optional(),
    rationale: wordsSchema,
    remediation: wordsSchema,
    references: z
      .array(z.url({ protocol: /^https$/, error: own('must be a URL of https', '应为 https URL') }))
      .min(1, own('must name at least one source', '至少应列出一个来源')),
    holds: z.int().positive().optional(),
  })
  .refine(
    ({ severity, rating }) => (severity === undefined) !== (rating === undefined),
    own('must have either a severity or a rating', '应有 severity 或 rating，且只有其一'),
  );

/**
 * Defines a control. The subject gives the check its types. Its words, and those that its check says, are one string or
 * one for each language: `title: 'No latest tag'`.
 *
 * @throws PlimsollError `control-invalid` when a word is missing or a parameter has no default
 * @example
 * const notPrivileged = defineControl({
 *   id: 'acme-not-privileged',
 *   subject: workload,
 *   severity: 'critical',
 *   title: { en: 'The container does not run privileged', zh: '容器未以特权模式运行' },
 *   failingTitle: { en: 'The container runs privileged', zh: '容器以特权模式运行' },
 *   rationale: { en: 'A privileged container owns its host.', zh: '特权容器等同于宿主机。' },
 *   remediation: { en: 'Remove --privileged.', zh: '去掉 --privileged。' },
 *   references: ['https://docs.docker.com/engine/containers/run/'],
 *   check: (w) => !w.privileged,
 * });
 */
export function defineControl<
  const Id extends string,
  K extends SubjectKind,
  // No parameters is the empty object schema, whose output has no keys.
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(
  definition: ControlDefinition<Id, K, Params> | RatedDefinition<Id, K, Params>,
): Control<Id, K, Params> {
  const words = readWith(definitionSchema, definition);
  if (!words.success) {
    const why = sayProblems(words.problems);
    const id = JSON.stringify(definition.id);
    throw new PlimsollError(
      'control-invalid',
      text(`The control ${id} is not complete: ${why.en}`, `控制项 ${id} 不完整：${why.zh}`),
      {
        hint: text(
          'Every control has an id, its words in one string or in both languages, and at least one https reference.',
          '每个控制项应有 id、一段或两种语言的文字，以及至少一个 https 引用。',
        ),
      },
    );
  }
  const { params = none } = definition;
  const defaults = params === none ? undefined : readWith(params, {}, parsedOnce);
  if (defaults?.success === false) {
    const why = sayProblems(defaults.problems);
    const id = JSON.stringify(definition.id);
    throw new PlimsollError(
      'control-invalid',
      text(
        `A parameter of the control ${id} has no default: ${why.en}`,
        `控制项 ${id} 的参数没有默认值：${why.zh}`,
      ),
      {
        hint: text(
          'Give each parameter a default with .default(…).',
          '请用 .default(…) 为每个参数指定默认值。',
        ),
      },
    );
  }
  const { rating, severity = rating && ratedSeverity(rating) } = words.data;
  // The definition's check is typed by its subject; the stored one by any subject.
  return { ...definition, ...pairedWords(definition), severity, params } as unknown as Control<
    Id,
    K,
    Params
  >;
}

/** What was written as one string, in both languages. */
function pairedWords(definition: Words<string, SubjectKind>): Partial<Control> {
  const { title, failingTitle, rationale, remediation } = definition;
  return {
    title: inBoth(title),
    ...(failingTitle === undefined ? {} : { failingTitle: inBoth(failingTitle) }),
    rationale: inBoth(rationale),
    remediation: inBoth(remediation),
  };
}

/**
 * Defines a control that no machine can judge. Each of its findings is `manual` and carries the question;
 * an attestation of the requirements it is mapped to answers it.
 *
 * @throws PlimsollError `control-invalid`
 */
export function defineManualControl<const Id extends string, K extends SubjectKind>(
  definition: ManualDefinition<Id, K>,
): Control<Id, K, z.ZodObject<Record<never, never>>> {
  const { question, ...rest } = definition;
  return {
    ...defineControl({ ...rest, check: () => unknown(question) }),
    question: inBoth(question),
  };
}
