import { z } from 'zod';
import { instant } from '../../facts/shared-facts.ts';

/** Programs of one purpose that run now. */
const running = {
  /** Those that run on the host itself, outside any container; sorted. */
  running: z.array(z.string()),
  /** Names of those that run in a container, where any program may have any name; sorted. */
  inContainers: z.array(z.string()),
};

/** What notices attacks on a host, and what keeps them out. */
export const defence = z.object({
  /** What compares files of the host with what they were. */
  integrity: z.object({
    ...running,
    /** Whether AIDE is set up. */
    aide: z.boolean(),
    /** When AIDE last wrote its report; `null` when nothing shows that it ever did. */
    lastCheck: instant.nullable(),
  }),
  /** What looks for malware on the host. */
  malware: z.object({
    ...running,
    /** When the newest signatures of ClamAV came; `null` where there are none. */
    signaturesAt: instant.nullable(),
  }),
  /** What watches what programs do as they run, those in containers among them. */
  detection: z.object(running),
  /** Services that set a packet filter as the host starts; empty where none does. */
  firewall: z.array(
    z.object({
      /** Unit, less `.service`. */
      service: z.string(),
      /** What becomes of packets that come in and that no rule lets through; `not-filtered` where it has no rules for them. */
      incoming: z.enum(['refused', 'let-through', 'not-filtered']),
      /** File that says so. */
      file: z.string(),
    }),
  ),
});
