import { z } from 'zod';
import { instant, user } from '../../facts/shared-facts.ts';

/** A process that something else is said of. */
const named = z.object({
  /** As the host numbers it. */
  pid: z.number().int().positive(),
  /** Base name of the program that runs. */
  program: z.string(),
});

/** What the kernel says of the first process; a gap where the host's /proc cannot be read. */
export const kernelState = z.object({
  /** Numeric user id, as the host numbers it; 0 is root. The lowest of those that it may take up: real, effective, saved, of files. */
  uid: z.number().int().nonnegative(),
  /** Numeric group id, as the host numbers it; 0 is root's. Likewise the lowest. */
  gid: z.number().int().nonnegative(),
  /** Permitted capabilities, which it has or may take up, normalised. */
  capabilities: z.array(z.string()),
  /** Whether it can gain no rights by setuid programs. */
  noNewPrivileges: z.boolean(),
  /** 0 is off, 1 strict, 2 a filter. */
  seccomp: z.number().int().min(0).max(2),
  /**
   * Limits of its processes, whatever set them: of several processes the loosest. Absent where they were not read, and in
   * snapshots of older releases.
   */
  limits: z
    .array(
      z.object({
        /** As `ulimit` calls it, `nofile`. */
        name: z.string(),
        /** What holds until it is raised; counted in what the limit is of, -1 means unlimited. */
        soft: z.number(),
        /** How far it may be raised, counted likewise; -1 means unlimited. */
        hard: z.number(),
        /** The process that it is of, where it is not the first one's. */
        process: named.optional(),
      }),
    )
    .optional(),
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
  /** What its health check says of it; absent where there is none, and of what does not run. A gap while it is paused, and until its check ran again. */
  health: z.enum(['starting', 'healthy', 'unhealthy']).optional(),
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
  /**
   * Base name of the program that runs: of the executable itself where /proc can be read, else of the first argument. Of an
   * executable that is many programs, as busybox is, the one that its arguments name.
   */
  program: z.string(),
  /** Whether its arguments have it hand a shell to another host, as `nc -e sh` does; absent where they do not. */
  handsShell: z.boolean().optional(),
  /**
   * What the kernel lets it do, where that is something else than it lets the first process do: as of a command that was
   * started in the container with rights of its own. Absent where it is the same, or not known.
   */
  rights: z
    .object({
      /** Permitted capabilities, which it has or may take up, normalised. */
      capabilities: z.array(z.string()),
      /** Whether it can gain no rights by setuid programs. */
      noNewPrivileges: z.boolean(),
      /** 0 is off, 1 strict, 2 a filter. */
      seccomp: z.number().int().min(0).max(2),
    })
    .optional(),
  /**
   * Whether it came in from the host past the engine, as by nsenter: it is in no cgroup of the container, or none of its
   * parents is the engine's. Absent of those that the container or its engine started, and where that is not known.
   */
  entered: z.boolean().optional(),
});

/** A setting of a running container that is in force otherwise than it was configured. */
export const difference = z.object({
  /** What differs, as the engine's option for it is called: `memory`, `ulimit nofile`, `mount /data`. */
  setting: z.string(),
  /** What the container was made with; `none` where nothing was asked for. */
  configured: z.string(),
  /** What the kernel holds it to; `none` where there is nothing. */
  inForce: z.string(),
  /** The folder that the next start mounts, where a link was configured that leads elsewhere now; absent otherwise. */
  nextStart: z.string().optional(),
  /**
   * Whether it leaves the container less than it was made with, as a lower limit or a mount that is read-only now; absent where
   * it leaves more, where neither can be said, and in snapshots of older releases.
   */
  stricter: z.boolean().optional(),
  /** Processes that it is so for, where it is not for the first one; absent where it is for the container. */
  processes: z.array(named).optional(),
});
