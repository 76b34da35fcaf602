import { z } from 'zod';
import { instant } from '../../facts/shared-facts.ts';

const auditWatch = z.object({
  /** Where links lead to, as the kernel watches it; its own name is kept. */
  path: z.string(),
  /** Any of r, w, x and a; `''` for a rule that is narrower than any of them. */
  permissions: z.string(),
  /** Paths below it that other rules keep silent, or may; absent where there are none. */
  except: z.array(z.string()).optional(),
  /** File that it was read from. */
  file: z.string(),
  /** Line of the file, from 1. */
  line: z.number().int().positive(),
});

const auditCalls = z.object({
  /** System calls by name or number; `all` is every one. */
  calls: z.array(z.string()),
  /** Whether it is about programs of 32 bits, of 64 or of both. */
  bits: z.enum(['32', '64', 'both']),
  /** Whether it records every one, those alone that fail, or those that fail by this error. */
  outcome: z.enum(['any', 'failed', 'EACCES', 'EPERM']),
  /** Whether it records those alone that run with more rights than the user has. */
  raised: z.boolean(),
  /** File that it was read from. */
  file: z.string(),
  /** Line of the file, from 1. */
  line: z.number().int().positive(),
});

/** What auditd does when something is the matter with the disk of its log. */
const failureAction = z.enum([
  'ignore',
  'syslog',
  'rotate',
  'email',
  'exec',
  'suspend',
  'single',
  'halt',
]);

/** How the audit daemon keeps its log. What its file does not set is what the daemon takes by itself. */
const auditStorage = z.object({
  /** Where it writes the log. */
  file: z.string(),
  /** Whether it writes any on the host. */
  written: z.boolean(),
  /** What it does when room on the disk becomes low. */
  whenLow: failureAction,
  /** What it does when so little is left that an administrator has to do something. */
  whenVeryLow: failureAction,
  /** What it does when there is none. */
  whenFull: failureAction,
  /** What it does when writing fails. */
  onError: failureAction,
  /** What it does when a file has the size that it may have; `ignore` lets it grow. */
  whenLarge: z.enum(['ignore', 'syslog', 'suspend', 'rotate', 'keep_logs']),
  /** Files that `rotate` keeps; below 2 it puts none aside. */
  files: z.number().int().nonnegative(),
  /** Size that a file may have, megabytes. */
  megabytes: z.number().int().nonnegative(),
});

/** What the kernel's audit records. */
export const audit = z.object({
  /** Watches that the kernel has loaded, or else those in the rule files. */
  watches: z.array(auditWatch),
  /** Watches that the rule files ask for, whatever is loaded; empty where there are none. */
  configured: z.array(auditWatch),
  /** What it records of system calls, whatever path they are about. Absent in snapshots of older releases. */
  calls: z.array(auditCalls).optional(),
  /** How the audit daemon keeps its log; `null` where it has no configuration. Absent in snapshots of older releases. */
  storage: auditStorage.nullable().optional(),
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
