import { z } from 'zod';

/**
 * One kind of namespace of a container.
 * `mode` is what was asked for; `resolved` is where a chain of `container:` ends.
 */
export const namespace = z.object({
  /** What was asked for: its own, the host's, another container's, its own that others may join, or none. */
  mode: z.enum(['private', 'host', 'container', 'shareable', 'none']),
  /** The containers joined, nearest first; empty unless `mode` is `container`. */
  chain: z.array(z.string()),
  /** `host` when the namespace is the host's, by whatever path; `private` otherwise. */
  resolved: z.enum(['private', 'host']),
});

/** Whom a container asks for the addresses of names, and those that its settings give it. */
export const nameResolution = z.object({
  /** Addresses of DNS servers. */
  servers: z.array(z.string()),
  /** Domains in which a short name is looked up. */
  domains: z.array(z.string()),
  /** Options of the resolver, as `ndots:1`. */
  options: z.array(z.string()),
  /** Names that are looked up nowhere, `NAME=ADDRESS` each; `host-gateway` is the engine's host. */
  hosts: z.array(z.string()),
});

/** Something of elsewhere in the tree of a container. */
export const mount = z.object({
  /** What is mounted. */
  type: z.enum(['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image']),
  /** Host path of a bind, name of a volume, `''` of a tmpfs. */
  source: z.string(),
  /**
   * Where a Compose file names the source from a folder that lies elsewhere once it is deployed, that folder and the path
   * from it, `.` for itself: then `source` says where it lies on the machine that read the file, and no more. Absent of a
   * path that is absolute, of what runs, and in snapshots of older releases.
   */
  from: z
    .object({
      /** The folder of the project, or the home of the user who starts it. */
      base: z.enum(['project', 'home']),
      /** The path from there; `.` for itself, `../data` for what lies beside it. */
      path: z.string(),
    })
    .optional(),
  /**
   * The host path that is really exposed: symbolic links followed, a volume's device option looked
   * through. `null` when nothing of the host's own tree is exposed.
   */
  hostPath: z.string().nullable(),
  /**
   * For a volume that mounts a block device of the host: that device, as the volume names it. A disk is exposed, and
   * its paths on the host are not known. Absent of everything else.
   */
  device: z.string().optional(),
  /**
   * Of what a file describes, the path of the host outside of the project by which it is given away, where that is not
   * `source`: what a link of the project leads to, or the device of a volume. Absent where it is not needed: `hostPath`
   * tells it better, or nothing is given away.
   */
  namedPath: z.string().optional(),
  /** Path in the container. */
  target: z.string(),
  /** Whether the container may only read it. */
  readOnly: z.boolean(),
  /** `''` means the engine's default, rprivate. */
  propagation: z.enum(['', 'private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared']),
  /** Of a tmpfs, the most bytes that it takes; 0 means that no size was given. Absent of everything else, and beside a share. */
  sizeBytes: z.number().nonnegative().optional(),
  /** Of a tmpfs whose size is given so, the share of the machine's memory that it takes at most: a number of percent. */
  sizeShare: z.number().nonnegative().optional(),
  /** Set where a Compose file gives a secret or a config that is a file; a Swarm gives it without a mount. */
  stored: z.literal(true).optional(),
});

const hostPort = z.number().int().min(1).max(65_535);

/** A port of a container that is published. */
export const port = z.object({
  /** Host address that listens; `0.0.0.0` and `::` are all interfaces; never empty. */
  hostAddress: z.string(),
  /** Port of the host; `null` means that the engine picks a free one. */
  hostPort: hostPort.nullable(),
  /** The ports that the engine picks from, first and last, the lowest that is free; absent where it picks any, or none. */
  hostRange: z
    .object({
      /** Lowest port of the host that may be picked. */
      first: hostPort,
      /** Highest port of the host that may be picked. */
      last: hostPort,
    })
    .optional(),
  /** Port that the container listens on. */
  containerPort: z.number().int().min(1).max(65_535),
  /** Protocol of both ports. */
  protocol: z.enum(['tcp', 'udp', 'sctp']),
});
