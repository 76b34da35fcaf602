import { z } from 'zod';
import { gapSchema } from './gap.ts';
import { PlimsollError } from '../errors.ts';
import { sourceSchema } from './source.ts';
import { inBoth, type Text, type Wording, text } from '../text.ts';

/** Facts as a check sees them: read-only all the way down. */
export type Facts<T> = T extends readonly (infer Item)[]
  ? readonly Facts<Item>[]
  : T extends object
    ? ReadonlyFacts<T>
    : T;

/** The facts of one thing, each read-only; a name of its own, which is what the compiler then calls them. */
export type ReadonlyFacts<T> = { readonly [Key in keyof T]: Facts<T[Key]> };

/** A kind of thing that can be judged, with the schema of its facts. */
export interface SubjectKind<Kind extends string = string, T = unknown> {
  readonly kind: Kind;
  /** How a person calls one of them. */
  readonly label: Text;
  /** The facts; every field says its unit and what zero, `null` and absence mean. */
  readonly schema: z.ZodType<T>;
}

/** The facts of a kind, as checks receive them. */
export type FactsOf<K extends SubjectKind> =
  K extends SubjectKind<string, infer T> ? Facts<T> : never;

/**
 * Declares a kind of subject. Its label is one string, or one for each language. Built-in kinds are made with it, and so are users' own, which `defineCollector` reads.
 *
 * @throws PlimsollError `subject-invalid` when the kind is not in kebab-case
 * @example
 * const registry = defineSubject({
 *   kind: 'registry',
 *   label: { en: 'Registry', zh: '镜像仓库' },
 *   schema: z.object({ anonymousPull: z.boolean() }),
 * });
 */
export function defineSubject<const Kind extends string, Schema extends z.ZodType>(definition: {
  kind: Kind;
  label: Wording;
  schema: Schema;
}): SubjectKind<Kind, z.output<Schema>> {
  if (!/^[a-z][a-z0-9-]*$/.test(definition.kind)) {
    throw new PlimsollError(
      'subject-invalid',
      text(
        `The subject kind ${JSON.stringify(definition.kind)} is not in kebab-case.`,
        `对象种类 ${JSON.stringify(definition.kind)} 不是 kebab-case。`,
      ),
      {
        hint: text(
          'Use lower-case letters, digits and hyphens, starting with a letter.',
          '请用小写字母、数字和连字符，以字母开头。',
        ),
      },
    );
  }
  const { label } = definition;
  const kind = typeof label === 'string' ? { ...definition, label: inBoth(label) } : definition;
  return kind as SubjectKind<Kind, z.output<Schema>>;
}

/** Names one subject: `target` and `kind` and `id` together are unique in a snapshot. */
export const subjectRefSchema = z.object({
  kind: z.string(),
  /** Stable within the target: a container id, an image digest, a Compose service's name. */
  id: z.string(),
  /** For people only; nothing is ever decided by it. */
  name: z.string(),
  /** The target it was read from, as the snapshot names its targets. */
  target: z.string(),
});

/** Names a subject without its facts. */
export type SubjectRef = Readonly<z.output<typeof subjectRefSchema>>;

const refs = new WeakMap<SubjectRef, SubjectRef>();

/** What names a subject, without its facts; one and the same object each time, since many findings are about one. */
export function refOf(subject: SubjectRef): SubjectRef {
  const known = refs.get(subject);
  if (known !== undefined) return known;
  const { kind, id, name, target } = subject;
  const ref = { kind, id, name, target };
  refs.set(subject, ref);
  return ref;
}

/** One subject with everything that was read of it, and everything that could not be. */
export const subjectSchema = subjectRefSchema.extend({
  /** Facts of the kind's schema, less what a gap covers. */
  facts: z.record(z.string(), z.unknown()),
  gaps: z.array(gapSchema),
  /** Names the entry of the snapshot's `origins` that tells where this subject's facts were read. */
  origin: z.string().optional(),
  /** Sources of single facts, by path as it stands, for them and what is below; they win over the origin's. */
  sources: z.record(z.string(), sourceSchema).optional(),
});

/** One thing that can be judged, with its facts, their sources and its gaps. */
export type Subject = Readonly<z.output<typeof subjectSchema>>;
