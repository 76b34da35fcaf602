import { z } from 'zod';
import { instant } from '../../facts/shared-facts.ts';

const auditWatch = z.object({
  /** Where links lead to, as the kernel watches it; its own name is kept. */
  path: z.string(),
  /** Any of r, w, x and a; `''` for a rule that is narrower than any of them. */
  permissions: z.string(),
  /** File that it was read from. */
  file: z.string(),
  /** Line of the file, from 1. */
  line: z.number().int().positive(),
});

/** What the kernel's audit records. */
export const audit = z.object({
  /** Watches that the kernel has loaded, or else those in the rule files. */
  watches: z.array(auditWatch),
  /** Watches that the rule files ask for, whatever is loaded; empty where there are none. */
  configured: z.array(auditWatch),
  /** Whether the watches are what the kernel has loaded (`loaded`) or only what files say (`files`). */
  state: z.enum(['loaded', 'files', 'absent']),
  /** Whether the rules stay as they are until the next boot (`-e 2`), by the kernel or else by the files. */
  locked: z.boolean(),
  /** Whether a daemon takes the kernel's records, by the kernel or else by the host's own processes. */
  daemonRunning: z.boolean(),
});

/** Where the host's own log goes. */
export const logging = z.object({
  /** Programs that take the host's log and run now, outside any container; sorted. */
  services: z.array(z.string()),
  /** The usual plain files of a system log, as far as they are there; empty where the journal has it all. */
  plainFiles: z.array(z.string()),
  /** Whether logrotate is set up. */
  rotated: z.boolean(),
  /** When logrotate last ran; `null` when nothing shows that it ever did. */
  lastRotation: instant.nullable(),
});

/** What keeps the host's clock, by which its records are dated. */
export const clock = z.object({
  /** Time services that start with the host, by unit; empty when none does. */
  enabled: z.array(z.string()),
  /** Programs that keep the clock and run now, outside any container; sorted. */
  running: z.array(z.string()),
  /** When one of them last set or measured the clock; `null` when nothing shows that it ever did. */
  lastSet: instant.nullable(),
});
