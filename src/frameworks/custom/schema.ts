import { z } from 'zod';
import { editionSchema, requirementNatures } from '../../core/frameworks/framework.ts';
import { brokenByFailure, shownByPass, type Guard } from '../../core/frameworks/mapping.ts';
import type { Text } from '../../core/text.ts';
import { textSchema } from '../../core/text-schema.ts';
import { own } from '../../core/say-issues.ts';

/** A text in both languages, or one that does for both. */
const anyText = z.union([
  z
    .string()
    .min(1)
    .transform((text): Text => ({ en: text, zh: text })),
  textSchema,
]);

/** A text in both languages, or one string that is the same in both and stays one. */
const wording = z.union([z.string().min(1), textSchema]);

/** An id as it is written; one that looks like a number is taken by its digits. */
const id = z.union([z.string().min(1), z.int()]).transform(String);

/** A name that people type behind `--framework`, where case does not matter. */
const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/, 'it is not of lower-case letters, digits, dots and hyphens');

const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+\.\d+$/)
    .transform(Number),
]);

const guard = z.union([
  z.strictObject({ param: z.string(), atMost: number }),
  z.strictObject({ param: z.string(), atLeast: number }),
  z.strictObject({
    param: z.string(),
    equals: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  }),
  z.strictObject({
    param: z.string(),
    includes: z.array(z.union([z.string(), z.number()])).min(1),
  }),
  z.strictObject({ param: z.string(), bitsWithin: z.int() }),
  z.strictObject({ param: z.string(), within: z.array(z.string()) }),
]) satisfies z.ZodType<Guard>;

const decision = { reason: z.string().min(1), by: z.string().min(1) };

const link = z.strictObject({
  control: z.string().min(1),
  shows: z.enum(shownByPass),
  breaks: z.enum(brokenByFailure),
  strength: z
    .never({
      error:
        'strength is replaced by shows and breaks: for full write shows: all, breaks: breaks; for partial, shows: part, breaks: breaks or weakens; for supporting, shows: context, breaks: nothing',
    })
    .optional(),
  reason: anyText,
  guard: z.union([guard, z.array(guard).min(1)]).optional(),
});

const requirement = z.strictObject({
  id,
  /** Absent means the top. */
  parent: id.nullish(),
  title: anyText,
  nature: z.enum(requirementNatures).default('technical'),
  /** Absent means all of them. */
  levels: z.array(id).optional(),
  /** Why it was added to a framework that is extended; of no use in one that stands by itself. */
  reason: z.string().min(1).optional(),
  by: z.string().min(1).optional(),
  /** The controls that give evidence for it. */
  controls: z.array(link).optional(),
});

/** A framework of a user's own with its mapping, as a YAML or JSON file holds it. */
export const ownFrameworkSchema = z.strictObject({
  $schema: z.string().optional(),
  id: name,
  title: anyText,
  edition: z.strictObject({
    version: id,
    publisher: wording,
    published: id.refine((day) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(day), {
      message: own('it is not a year, a month or a day of ISO 8601', '不是 ISO 8601 的年、月或日'),
    }),
    status: editionSchema.shape.status.default('in-force'),
    retiredOn: editionSchema.shape.retiredOn,
    supersededBy: editionSchema.shape.supersededBy,
    source: wording.optional(),
  }),
  /**
   * What is taken over, requirements, levels and mapping: a built-in framework by its id, or a file by its path
   * from this one.
   */
  extends: z.string().min(1).optional(),
  /** For a framework that stands by itself; one that extends another has the levels of that one. */
  levels: z
    .array(z.strictObject({ id: name, title: anyText, includes: z.array(id).min(1) }))
    .optional(),
  defaultLevel: z.string().optional(),
  requirements: z.array(requirement).default([]),
  /** Requirements of the extended framework that are left out, with everything below them. */
  omit: z.array(z.strictObject({ requirement: id, ...decision })).optional(),
  /** Links of the extended framework that do not count here. */
  unlink: z
    .array(z.strictObject({ requirement: id, control: z.string().min(1), ...decision }))
    .optional(),
  /** Further links, to requirements that were taken over. */
  links: z.array(link.extend({ requirement: id })).optional(),
});

/** A framework of a user's own as its file says it. */
export type OwnFramework = z.output<typeof ownFrameworkSchema>;
