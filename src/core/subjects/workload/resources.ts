import { z } from 'zod';

/** What a container may use at most. */
export const resources = z.object({
  /** Hard limit in bytes; 0 means unlimited. */
  memoryBytes: z.number().nonnegative(),
  /** Soft limit in bytes; 0 means none. */
  memoryReservationBytes: z.number().nonnegative(),
  /** Memory and swap together in bytes; 0 means unset (twice the memory), -1 unlimited swap. */
  memorySwapBytes: z.number().min(-1),
  /** Processors it may use at most, from whichever of `--cpus`, quota and period was used; 0 means unlimited. */
  cpus: z.number().nonnegative(),
  /** Relative weight; 0 means unset, and 1024 is the kernel's default, so that it is unset as well. */
  cpuShares: z.number().int().nonnegative(),
  /** Processors it is pinned to, as the kernel writes lists; `''` means any. */
  cpuset: z.string(),
  /** Processes at most; 0 and -1 mean unlimited. */
  pidsLimit: z.number().int().min(-1),
  /** Limits of its own, which win over the engine's defaults. */
  ulimits: z.array(
    z.object({
      /** As `ulimit` calls it, `nofile`. */
      name: z.string(),
      /** What holds until it is raised; counted in what the limit is of, -1 means unlimited. */
      soft: z.number(),
      /** How far it may be raised, counted likewise; -1 means unlimited. */
      hard: z.number(),
    }),
  ),
  /** Block I/O weight, 10 to 1000; 0 means unset. */
  blkioWeight: z.number().int().nonnegative(),
  /** Block I/O rates at most, for each device; empty means none. */
  blkioLimits: z.array(
    z.object({
      /** Path of the device on the host. */
      device: z.string(),
      /** What is limited. */
      what: z.enum(['readBytes', 'writeBytes', 'readOperations', 'writeOperations']),
      /** Bytes or operations a second; 0 means no limit. */
      perSecond: z.number().nonnegative(),
    }),
  ),
  /** Most bytes of its own writable layer; 0 means that no size was given. */
  storageBytes: z.number().nonnegative(),
  /** Whether the kernel may not kill it when memory runs out. */
  oomKillDisabled: z.boolean(),
  /** Bytes of /dev/shm; 0 means the engine's default (64 MiB). */
  shmBytes: z.number().nonnegative(),
  /** `''` means the engine's default parent. */
  cgroupParent: z.string(),
});
