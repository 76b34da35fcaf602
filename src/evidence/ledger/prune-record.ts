import { z } from 'zod';

/** The content of the entry that a prune leaves in the chain. */
export const pruneRecordSchema = z.object({
  kind: z.literal('plimsoll/prune'),
  /** The retention that was asked for, days. */
  keepDays: z.number(),
  /** Who did it, as their own machine called them; absent where nobody said. */
  by: z.string().optional(),
  /** Entries written before this instant went; ISO 8601 UTC. */
  before: z.string(),
  /** Entries from the first to the last that went, and the hash with which the chain goes on. */
  removed: z.object({
    from: z.number().int(),
    through: z.number().int(),
    lastHash: z.string(),
  }),
});

/** What a prune says of itself, in the chain. */
export type PruneRecord = Readonly<z.output<typeof pruneRecordSchema>>;
