import { z } from 'zod';
import type { Subject, SubjectRef } from '../facts/subject.ts';
import { own } from '../say-issues.ts';
import { papersSchema } from './papers.ts';

/** The system under assessment, and what belongs to it. */
export const systemSchema = z.strictObject({
  name: z.string().min(1),
  /** What belongs to it and what does not, in a person's words. */
  scope: z.string().min(1),
  /** Targets as the snapshot names them; absent means all. */
  targets: z.array(z.string()).min(1).optional(),
  /** Labels that its workloads carry, each with this very value; absent means that labels do not matter. */
  labels: z
    .record(z.string(), z.string())
    .refine((labels) => Object.keys(labels).length > 0, {
      message: own('it names no label', '未指明任何标签'),
    })
    .optional(),
  /** Compose projects, Compose services as `project/service`, Swarm services by name. */
  components: z.array(z.string()).min(1).optional(),
  /** What working papers say of it and no scan can know. */
  papers: papersSchema.optional(),
});

/** The system under assessment, and what belongs to it. */
export type SystemScope = Readonly<z.output<typeof systemSchema>>;

/** Why a subject does not belong: its target is not named, or it is a workload that nothing names. */
export const outsideReasons = ['target', 'workload'] as const;

/** Why a subject does not belong to the system under assessment. */
export type OutsideReason = (typeof outsideReasons)[number];

/** A subject that was read and does not belong. */
export interface Outsider {
  readonly subject: SubjectRef;
  readonly reason: OutsideReason;
}

/** Whether a target belongs to the system; without a system all of them do. */
export const includesTarget = (system: SystemScope | undefined, target: string): boolean =>
  system?.targets === undefined || system.targets.includes(target);

/**
 * Why a subject does not belong to the system; `undefined` when it does. Labels and components choose among
 * workloads alone, and either is enough: the engine, the host, the images, networks and volumes beneath
 * serve all workloads of a target and stay in. What could not be read puts nothing out.
 */
export function outsideReasonOf(
  system: SystemScope | undefined,
  subject: Subject,
): OutsideReason | undefined {
  if (!includesTarget(system, subject.target)) return 'target';
  if (!system || subject.kind !== 'workload') return undefined;
  const { labels, components } = system;
  if (labels === undefined && components === undefined) return undefined;
  const chosen =
    (labels !== undefined && carries(labels, subject)) ||
    (components !== undefined && isPartOf(components, subject));
  return chosen ? undefined : 'workload';
}

const isUnread = ({ gaps }: Subject, key: string): boolean =>
  gaps.some(({ path }) => path === '' || path === `/${key}` || path.startsWith(`/${key}/`));

function carries(wanted: Readonly<Record<string, string>>, subject: Subject): boolean {
  if (isUnread(subject, 'labels')) return true;
  return Object.entries(wanted).every(
    ([key, value]) => textAt(subject.facts['labels'], key) === value,
  );
}

function isPartOf(components: readonly string[], subject: Subject): boolean {
  if (isUnread(subject, 'compose') || isUnread(subject, 'service')) return true;
  const { compose, service } = subject.facts;
  const project = textAt(compose, 'project');
  const names = [project, `${project}/${textAt(compose, 'service')}`, textAt(service, 'name')];
  return names.some((name) => name !== undefined && components.includes(name));
}

function textAt(from: unknown, key: string): string | undefined {
  if (typeof from !== 'object' || from === null || !Object.hasOwn(from, key)) return undefined;
  const value: unknown = Reflect.get(from, key);
  return typeof value === 'string' ? value : undefined;
}
