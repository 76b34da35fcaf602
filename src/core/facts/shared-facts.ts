import { z } from 'zod';
import { sourceLines } from './source.ts';

/** An instant, ISO 8601 UTC. */
export const instant = z.iso.datetime({ precision: null });

/** Labels exactly as they are set, less the values that look like secrets. */
export const labels = z.record(z.string(), z.string());

/** How Compose names a network or a volume: its project, and its name in the file. */
export const composePart = z.object({
  /** Name of the Compose project. */
  project: z.string(),
  /** Name in the Compose file. */
  name: z.string(),
});

/**
 * What a value is, as far as its form tells: a listed word that switches something, a user, mode, port or size in digits, a
 * mode in letters, a version, an absolute path or several, an address without a user and a query, an image, one variable,
 * programs and packages that a build starts and installs; `other` is anything else.
 */
export const valueClass = z.enum([
  'empty',
  'switch',
  'number',
  'mode',
  'version',
  'path',
  'url',
  'image',
  'reference',
  'code',
  'other',
]);

/** What a value is, as far as its form tells. */
export type ValueClass = z.output<typeof valueClass>;

/**
 * One environment variable, build argument or label whose value was looked at and dropped.
 */
export const classifiedValue = z.object({
  /** As it is set. */
  name: z.string(),
  /** Whether the value looks like a secret. */
  secret: z.boolean(),
  /** The rule that said so; `null` when none did. */
  rule: z.string().nullable(),
  /** Keyed hash of a secret's value, equal for equal values within one snapshot; `null` when not secret. */
  fingerprint: z.string().nullable(),
  /**
   * Whether the value makes a server let anyone in, as `ALLOW_EMPTY_PASSWORD=yes` does. Absent of variables that
   * no server is known to read for it, and in snapshots of older releases.
   */
  authenticationOff: z.boolean().optional(),
});

/** The user a process starts as. */
export const user = z.object({
  /** As configured, `user[:group]`; `''` means that nothing was set, which is root. */
  configured: z.string(),
  /** The name, where it is known; `null` where only a number is. */
  name: z.string().nullable(),
  /** Numeric user id; `null` when a name could not be resolved to one. */
  uid: z.number().int().nonnegative().nullable(),
  /** Numeric group id; `null` when none was set or it could not be resolved. */
  gid: z.number().int().nonnegative().nullable(),
});

/** A health check. `absent`: nothing was said; `disabled`: switched off; `set`: there is a command. */
export const healthCheck = z.object({
  /** `absent`: nothing was said that the engine runs; `disabled`: switched off; `set`: there is a command. */
  state: z.enum(['absent', 'disabled', 'set']),
  /** The command, secrets removed; empty unless `set`. */
  test: z.array(z.string()),
  /** Seconds between checks; `null` means the engine's default (30 s). */
  intervalSeconds: z.number().nonnegative().nullable(),
});

/** What the engine really does, and what a file or a flag says beside it. */
export const setting = <Schema extends z.ZodType>(schema: Schema) =>
  z.object({
    /** What is in force. */
    effective: schema,
    /** As a flag or daemon.json says; `null` when neither mentions it. */
    configured: schema.nullable(),
  });

/** One file, directory or socket. */
export const fileFact = z.object({
  /** Path on the host. */
  path: z.string(),
  /** What is there. */
  type: z.enum(['file', 'directory', 'socket', 'symlink', 'other']),
  /** Permission bits with setuid, setgid and sticky, as a number: 0o644 is 420. */
  mode: z.number().int().min(0).max(0o7777),
  /** Numeric id of the owner; 0 is root. */
  uid: z.number().int().nonnegative(),
  /** Numeric id of the group; 0 is root's. */
  gid: z.number().int().nonnegative(),
  /** Names from the host's own passwd and group files; `null` when it has none for the number. */
  owner: z.string().nullable(),
  /** Name of the group, from the host's own group file; `null` when it has none for the number. */
  group: z.string().nullable(),
});

/** An exception that stands in a file, in a comment. */
export const inlineWaiver = z.object({
  /** Id of the control that is not held to. */
  control: z.string(),
  /** Why. */
  reason: z.string(),
  /** Who answers for it. */
  owner: z.string(),
  /** Who allowed it. */
  approver: z.string(),
  /** First and last day, ISO 8601, UTC; `null` means that no first day is named. */
  from: z.string().nullable(),
  /** Last day, ISO 8601, UTC. */
  until: z.string(),
  /** The lines that it covers, as sources count them; absent means the whole subject. */
  lines: sourceLines.optional(),
});
