import { z } from 'zod';
import { instant } from '../../facts/shared-facts.ts';

/**
 * Priorities of alerts, worst first, in lower case.
 *
 * @see https://falco.org/docs/concepts/rules/basic-elements/
 */
export const alertPriorities = [
  'emergency',
  'alert',
  'critical',
  'error',
  'warning',
  'notice',
  'informational',
  'debug',
] as const;

/** Alerts of a run-time sensor that say the same, told once. */
export const alert = z.object({
  /** The rule that raised it, as the sensor calls it. */
  rule: z.string(),
  /** How bad its rule says that it is. */
  priority: z.enum(alertPriorities),
  /** Tags of the rule, as of MITRE ATT&CK; empty where the log has none. */
  tags: z.array(z.string()),
  /** Name of the process that it is about; `''` where the log does not say. */
  program: z.string(),
  /** Name of the user in the container; `''` where the log does not say. */
  user: z.string(),
  /** File or connection that it is about, less what looks like a secret; `''` where there is none. */
  object: z.string(),
  /** How many there are. */
  count: z.number().int().positive(),
  /** When the first was raised. */
  firstAt: instant,
  /** When the last was raised. */
  lastAt: instant,
});

/** What one log of a run-time sensor says of a container. */
export const detection = z.object({
  /** The log, as its target is called: `falco:/var/log/falco.json`. */
  log: z.string(),
  /** Since and until when the log shows that the sensor watched the container’s host; `null` where it does not show that. */
  watched: z
    .object({
      /** The start of the sensor, or the first line of the log where that is later. */
      from: instant,
      /** The last sign of life. */
      until: instant,
      /** How many events and alerts the sensor lost since its start; `null` where the log does not say. */
      lost: z.number().nonnegative().nullable(),
    })
    .nullable(),
  /** Alerts about the container. */
  alerts: z.array(alert),
});

/** One alert, or several that say the same. */
export type Alert = z.output<typeof alert>;

/** What one log of a run-time sensor says of a container. */
export type Detection = z.output<typeof detection>;
