import { z } from 'zod';
import { severities, type Severity } from '../controls/severity.ts';
import { sourceLines } from '../facts/source.ts';
import type { Subject, SubjectRef } from '../facts/subject.ts';
import { own } from '../say-issues.ts';

const day = z.iso.date();

/** Which subjects a waiver covers; every field given must match, and at least one must be given. */
const scopeSchema = z
  .strictObject({
    /** The subject's id. */
    subject: z.string().optional(),
    /** The target it was read from. */
    target: z.string().optional(),
    /** Labels it must carry, each with this very value. */
    labels: z.record(z.string(), z.string()).optional(),
    /** Id or digest of the image in use, `sha256:…`. */
    imageDigest: z.string().optional(),
    compose: z.strictObject({ project: z.string(), service: z.string() }).optional(),
    /** Id of the Swarm service. */
    service: z.string().optional(),
    /** Lines of the file that describes it: a failure is covered where it lies in these alone. */
    lines: sourceLines.optional(),
    /** Name of the subject. Names are reused, so lists of waivers warn about it. */
    name: z.string().optional(),
  })
  .refine((scope) => Object.values(scope).some((value) => value !== undefined), {
    message: own(
      'a scope names at least one thing; to accept a control everywhere, omit it from the catalog',
      '范围至少应指明一项；要处处豁免某控制项，请将其从目录中移除',
    ),
  });

/** A failure that somebody accepted, for a reason and a time. */
export const waiverSchema = z
  .strictObject({
    control: z.string(),
    scope: scopeSchema,
    reason: z.string().min(1),
    owner: z.string().min(1),
    approver: z.string().min(1),
    ticket: z.string().optional(),
    /** First day on which it holds, ISO 8601, UTC. */
    from: day,
    /** Last day on which it holds, ISO 8601, UTC, inclusive. */
    until: day,
    /** What is done instead. */
    compensatingControl: z.string().min(1).optional(),
  })
  .refine((waiver) => waiver.from <= waiver.until, {
    message: own('it ends before it begins', '结束早于开始'),
  });

/** A waiver of a control; `ControlId` makes an unknown id a compile error. */
export interface Waiver<ControlId extends string = string> extends Readonly<
  Omit<z.input<typeof waiverSchema>, 'control'>
> {
  readonly control: ControlId;
}

/** Where a waiver stands on the day of the snapshot; only a `live` one accepts anything. */
export const waiverStates = ['live', 'not-yet', 'expired', 'too-long'] as const;

/** Where a waiver stands on the day of the snapshot. */
export type WaiverState = (typeof waiverStates)[number];

/** For how many days, both ends counted, a waiver may hold, by the severity of its control; absent means any number. */
export const waiverLimitsSchema = z.partialRecord(z.enum(severities), z.int().positive());

/** For how many days a waiver may hold, by the severity of its control. */
export type WaiverLimits = Readonly<Partial<Record<Severity, number>>>;

const oneDay = 86_400_000;

/** Days on which a waiver holds, its first and its last among them. */
export const lengthOf = ({ from, until }: Waiver): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / oneDay) + 1;

/**
 * Where a waiver stands at an instant, ISO 8601 UTC. `limit` is the number of days for which one of its control
 * may hold: a longer one does not count at all, or nobody would keep to the policy.
 */
export function waiverState(waiver: Waiver, at: string, limit?: number): WaiverState {
  const today = at.slice(0, 10);
  if (today > waiver.until) return 'expired';
  if (limit !== undefined && lengthOf(waiver) > limit) return 'too-long';
  return today < waiver.from ? 'not-yet' : 'live';
}

/** Whether a live waiver ends within 30 days of an instant, ISO 8601 UTC, so that somebody should look at it again. */
export const endsSoon = ({ until }: Waiver, at: string): boolean =>
  Date.parse(until) - Date.parse(at.slice(0, 10)) <= 30 * oneDay;

/** Whether a scope rests on a name alone, and so would cover whatever bears that name next. */
export const byNameOnly = ({ scope }: Waiver): boolean =>
  scope.name !== undefined &&
  Object.entries(scope).every(
    ([key, value]) => value === undefined || key === 'name' || key === 'target',
  );

const textAt = (facts: unknown, ...path: readonly string[]): string | undefined => {
  let at: unknown = facts;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return typeof at === 'string' ? at : undefined;
};

/**
 * Whether a waiver's scope covers a subject, lines apart, which cover a part of one. What could not be read does not
 * match.
 */
export function coversSubject(
  waiver: Waiver,
  ref: SubjectRef,
  subject: Subject | undefined,
): boolean {
  const { scope } = waiver;
  const facts = subject?.facts;
  const asked: readonly [string | undefined, readonly (string | undefined)[]][] = [
    [scope.subject, [ref.id]],
    [scope.target, [ref.target]],
    [scope.name, [ref.name]],
    [scope.service, [textAt(facts, 'service', 'id')]],
    [scope.compose?.project, [textAt(facts, 'compose', 'project')]],
    [scope.compose?.service, [textAt(facts, 'compose', 'service')]],
    [scope.imageDigest, [textAt(facts, 'image', 'id'), textAt(facts, 'image', 'digest')]],
    ...Object.entries(scope.labels ?? {}).map(([key, value]): [string, (string | undefined)[]] => [
      value,
      [textAt(facts, 'labels', key)],
    ]),
  ];
  return asked.every(([wanted, found]) => wanted === undefined || found.includes(wanted));
}
