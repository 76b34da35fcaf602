import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { z } from 'zod';
import { alertPriorities, type Alert } from '../../core/subjects/workload/detections.ts';
import { toInstant } from '../gathering/to-instant.ts';

/** What one line of Falco’s JSON says, as far as it is used here. */
export type FalcoLine = {
  /** Name of the host; `''` where the line does not say. */
  readonly host: string;
  readonly at: string;
} & (
  | {
      readonly kind: 'alert';
      /** The container’s id as Falco writes it, `host` outside of containers; `''` where the line does not say. */
      readonly container: string;
      readonly alert: Omit<Alert, 'count' | 'firstAt' | 'lastAt'>;
    }
  | {
      /** The rule by which Falco says that it runs, with its counters. */
      readonly kind: 'life';
      /** `null` where it does not say. */
      readonly startedAt: string | null;
      /** Events and alerts lost since then; `null` where it does not say. */
      readonly lost: number | null;
    }
);

/** Longest text that is kept, in characters; what is longer is cut. */
const textAtMost = 256;

/** Most tags of an alert that are kept. */
const tagsAtMost = 32;

const said = z.unknown().optional();

/**
 * Members of `output_fields` are whatever fields the rule names in its output, so each may be absent, `null` or of another
 * type. No command line is among them.
 *
 * @see https://falco.org/docs/reference/rules/supported-fields/
 */
const fieldsSchema = z.object({
  'container.id': said,
  'container.full_id': said,
  'proc.name': said,
  'user.name': said,
  'fd.name': said,
  'evt.hostname': said,
  'falco.start_ts': said,
  'falco.outputs_queue_num_drops': said,
  'scap.n_evts': said,
  'scap.n_drops': said,
});

/**
 * A line of what Falco writes where `json_output` is on: `time` is in UTC with nanoseconds, `hostname`, `source` and `tags` came
 * later than the rest.
 *
 * @see https://github.com/falcosecurity/falco/blob/master/userspace/engine/formats.cpp
 */
const lineSchema = z.object({
  rule: z.string().min(1),
  priority: z.string(),
  time: z.string(),
  source: z.string().optional(),
  hostname: z.string().optional(),
  tags: z.array(z.string()).nullish(),
  output_fields: fieldsSchema.nullish(),
});

const metrics = 'Falco internal: metrics snapshot';

/** Reads one line; `undefined` where it is none of Falco’s. */
export function parseFalcoLine(written: string): FalcoLine | undefined {
  const parsed = lineSchema.safeParse(jsonOf(written));
  if (!parsed.success) return undefined;
  const { rule, time, source, hostname, tags, output_fields: fields } = parsed.data;
  const at = toInstant(time);
  const priority = priorityOf(parsed.data.priority);
  if (at === null || priority === undefined) return undefined;
  const host = textOf(hostname) || textOf(fields?.['evt.hostname']);
  if (rule === metrics) {
    return {
      kind: 'life',
      host,
      at,
      startedAt: startOf(fields?.['falco.start_ts']),
      lost: lostIn(fields ?? {}),
    };
  }
  // Only a system call is made in a container: other sources, and Falco itself, are about none.
  const isCall = source === undefined || source === 'syscall';
  const named = textOf(fields?.['container.full_id']) || textOf(fields?.['container.id']);
  return {
    kind: 'alert',
    container: named === '' && !isCall ? 'host' : named,
    host,
    at,
    alert: {
      rule: cut(rule),
      priority,
      tags: (tags ?? []).slice(0, tagsAtMost).map(cut),
      program: textOf(fields?.['proc.name']),
      user: textOf(fields?.['user.name']),
      object: textOf(fields?.['fd.name']),
    },
  };
}

function jsonOf(written: string): unknown {
  try {
    return parseJsonText(written);
  } catch {
    return undefined;
  }
}

/** Falco writes `<NA>` for what it does not know in some outputs, and `null` in others. */
const textOf = (value: unknown): string =>
  typeof value === 'string' && value !== '<NA>' ? cut(value) : '';

const cut = (written: string): string => written.slice(0, textAtMost);

function priorityOf(written: string): Alert['priority'] | undefined {
  const lower = written.toLowerCase();
  return alertPriorities.find((each) => each === (lower === 'info' ? 'informational' : lower));
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Nanoseconds since 1970. */
function startOf(value: unknown): string | null {
  if (!isCount(value) || value / 1e6 > latest) return null;
  return new Date(Math.floor(value / 1e6)).toISOString();
}

/** The year 9999. */
const latest = Date.UTC(9999, 0);

/** A counter that is 0 is left out by default, where the others of its kind are there. */
function lostIn(fields: z.output<typeof fieldsSchema>): number | null {
  const [events, drops, queue] = [
    fields['scap.n_evts'],
    fields['scap.n_drops'],
    fields['falco.outputs_queue_num_drops'],
  ];
  if (!isCount(drops) && !isCount(events)) return null;
  return (isCount(drops) ? drops : 0) + (isCount(queue) ? queue : 0);
}
