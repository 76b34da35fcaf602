import { z } from 'zod';
import { instant, user } from '../../facts/shared-facts.ts';

/** What the kernel says of the first process; a gap where the host's /proc cannot be read. */
export const kernelState = z.object({
  /** Numeric user id, as the host numbers it; 0 is root. */
  uid: z.number().int().nonnegative(),
  /** Numeric group id, as the host numbers it; 0 is root's. */
  gid: z.number().int().nonnegative(),
  /** Effective capabilities, normalised. */
  capabilities: z.array(z.string()),
  /** Whether it can gain no rights by setuid programs. */
  noNewPrivileges: z.boolean(),
  /** 0 is off, 1 strict, 2 a filter. */
  seccomp: z.number().int().min(0).max(2),
});

/** Starts and ends of a container, by the engine. */
export const lifecycle = z.object({
  /** Times that the engine started it again by its restart policy, since a person or a program last did. */
  restartCount: z.number().int().nonnegative(),
  /** When it was last started; `null` when it never was. */
  startedAt: instant.nullable(),
  /** When it last ended; `null` when it never did. */
  finishedAt: instant.nullable(),
  /** Whether the kernel ended it, in its last run, because its memory was used up. */
  oomKilled: z.boolean(),
  /** Exit code of the last run that ended; 0 also when none did. */
  exitCode: z.number().int(),
});

/** A further command in a running container (`docker exec`), as long as the engine remembers it. */
export const session = z.object({
  /** As the engine calls it. */
  id: z.string(),
  /** Whom the command runs as; the container's own user when none was named. */
  user,
  /** Whether it has every right, whatever the container has. */
  privileged: z.boolean(),
  /** Whether it runs now. */
  running: z.boolean(),
  /** Base name of the program. */
  program: z.string(),
  /** Whether it is the container's own health check. */
  healthCheck: z.boolean(),
});

/** A TCP socket that listens. */
export const socket = z.object({
  /** `0.0.0.0` and `::` are all interfaces. */
  address: z.string(),
  /** TCP port. */
  port: z.number().int().min(1).max(65_535),
});

/** A process of a running container. */
export const process = z.object({
  /** As the host numbers it. */
  pid: z.number().int().positive(),
  /** As the host numbers it; `null` where only a name came back and it could not be resolved. */
  uid: z.number().int().nonnegative().nullable(),
  /** Base name of the program that runs: of the executable itself where /proc can be read, else of the first argument. */
  program: z.string(),
});
