import { z } from 'zod';
import { parkReasons } from '../../core/fleet/carrier.ts';
import { hostConditions } from '../../evidence/fleet/query-hosts.ts';

const count = z.int().nonnegative();
const instant = z.iso.datetime();
const kind = z.enum(['control', 'requirement']);
const counts = z.record(z.string(), count);

const hostSchema = z.object({
  host: z.string(),
  labels: z.record(z.string(), z.string()),
  condition: z.enum(hostConditions),
  enrolledAt: instant,
  retiredAt: instant.nullable(),
  lastSeq: count.describe('Readings that were taken in; holes count.'),
  seenAt: instant.nullable().describe('When it was heard of last, by the clock of the hub.'),
  collectedAt: instant.nullable().describe('When its last reading was made, by its own clock.'),
  silentSince: instant.nullable(),
  skewMs: z.int().describe('Milliseconds that its clock is behind; negative where it is ahead.'),
  tool: z.string().describe('The version of its agent.'),
  alarm: z.string().nullable(),
});

const stateSchema = z.object({
  host: z.string(),
  kind,
  item: z.string(),
  status: z.string(),
  failing: count.describe('Subjects that fail.'),
  since: instant,
  isSilent: z.boolean().describe('Whether this is what was known last of a host that is silent.'),
});

const subjectSchema = z.object({
  kind: z.string(),
  target: z.string(),
  id: z.string(),
  name: z.string(),
});

const changeSchema = z.object({
  host: z.string(),
  seq: count,
  at: instant,
  kind,
  item: z.string(),
  subject: z.string().describe('Empty where the change is of the whole.'),
  was: z.string(),
  now: z.string(),
  cause: z.string(),
});

/** What the console answers programs with, by the name of each answer. */
export const answerSchemas = {
  summary: z.object({
    hosts: z.record(z.enum(hostConditions), count),
    standings: z.array(z.object({ kind, item: z.string(), hosts: counts })),
    labels: z.array(z.object({ label: z.string(), hosts: count })),
  }),
  days: z.object({ days: z.array(z.object({ day: z.iso.date(), counts })) }),
  hosts: z.object({ hosts: z.array(hostSchema) }),
  host: z.object({
    host: hostSchema,
    states: z.array(stateSchema),
    failing: z.record(z.string(), z.array(subjectSchema)),
  }),
  item: z.object({ states: z.array(stateSchema) }),
  changes: z.object({
    changes: z.array(changeSchema),
    cursor: z.string().nullable().describe('Ask with it for what comes next; null at the end.'),
  }),
  missing: z.object({
    parked: z.array(
      z.object({
        host: z.string(),
        seq: count,
        reason: z.enum(parkReasons),
        at: instant,
        detail: z.string(),
        times: count,
      }),
    ),
    gaps: z.array(
      z.object({
        host: z.string(),
        kind: z.string(),
        from_at: instant,
        to_at: instant,
        from_seq: count,
        to_seq: count,
        detail: z.string(),
      }),
    ),
  }),
} as const;

/** The name of an answer. */
export type AnswerName = keyof typeof answerSchemas;
