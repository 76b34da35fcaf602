import { z } from 'zod';
import { classifiedValue, user } from '../../facts/shared-facts.ts';

/** How a Compose file has the image of a service built. */
export const build = z.object({
  /**
   * Build arguments; values are never kept. One that has the name of a secret and no value in the file counts as a secret by
   * the rule `secret-argument`: the person who builds hands it in, and it stays in the history of the image.
   */
  arguments: z.array(classifiedValue),
  /** Whether what the build runs has every right of the builder's root. */
  privileged: z.boolean(),
  /** The network of what the build runs: `default`, `none`, `host`, or another by its name. */
  network: z.string(),
  /** What the builder is asked to allow beyond its confines: `security.insecure`, `network.host`, … */
  entitlements: z.array(z.string()),
});

/** A command that Compose, or a tool for dev containers, runs in a container beside its own, as a session of `docker exec` would. */
export const hook = z.object({
  /** When it is run. */
  when: z.enum(['before-start', 'after-start', 'before-stop']),
  /** What it is called, where that is no word of Compose: `postCreateCommand`; absent of one that is. */
  name: z.string().optional(),
  /** Base name of the program; `''` where it looks like a secret. */
  program: z.string(),
  /**
   * Its words, secrets removed; one text stays one word. Absent of snapshots of older releases.
   */
  command: z.array(z.string()).optional(),
  /** Whether it runs on the machine of those who open the folder, and not in the container; absent where it does not. */
  onHost: z.boolean().optional(),
  /** Whom it runs as; `null` when none is named, so that it is the container's own. */
  user: user.nullable(),
  /** Whether it has every right, whatever the container has. */
  privileged: z.boolean(),
});
