import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import type { Opened } from './read-content.ts';
import type { EntryRow } from './tables.ts';

/** Days for which entries stay at least, whatever is asked for. */
export const keepDaysAtLeast = 1;

/** The content of the entry that a prune leaves in the chain. */
export const pruneRecordSchema = z.object({
  kind: z.literal('plimsoll/prune'),
  /** The retention that was asked for, days. */
  keepDays: z.number().int().min(keepDaysAtLeast),
  /** Who did it, as their own machine called them; absent where nobody said. */
  by: z.string().optional(),
  /** Entries written before this instant went; ISO 8601 UTC. */
  before: z.string(),
  /** Entries from the first to the last that went, and the hash with which the chain goes on. */
  removed: z.object({
    from: z.number().int().min(1),
    through: z.number().int(),
    lastHash: z.string(),
  }),
});

/** What a prune says of itself, in the chain. */
export type PruneRecord = Readonly<z.output<typeof pruneRecordSchema>>;

const dayMs = 86_400_000;

/** What was written before this instant goes, where entries stay that many days; ISO 8601 UTC. */
export const goesBefore = (now: Date, keepDays: number): string =>
  new Date(Math.max(0, now.getTime() - keepDays * dayMs)).toISOString();

/** A prune as the chain tells of it. */
export interface PruneOf extends Pick<PruneRecord, 'keepDays' | 'before' | 'by'> {
  /** The entry that tells of it. */
  readonly seq: number;
  /** When it was done, by the clock of who did it; ISO 8601 UTC. */
  readonly at: string;
  /** The first and the last entry that went. */
  readonly from: number;
  readonly through: number;
  /** How many went. */
  readonly entries: number;
  /** The hash of the last that went, which the first that was left goes on from. */
  readonly lastHash: string;
}

/** The prune that an entry tells of; `undefined` where its content is none that a prune writes. */
export function pruneOf(entry: EntryRow, body: Opened): PruneOf | undefined {
  if (!('text' in body)) return undefined;
  const record = pruneRecordSchema.safeParse(parseJsonText(body.text));
  if (!record.success) return undefined;
  const { keepDays, before, by, removed } = record.data;
  const at = new Date(entry.appended_at);
  if (Number.isNaN(at.getTime()) || before !== goesBefore(at, keepDays)) return undefined;
  if (removed.from > removed.through || removed.through >= entry.seq) return undefined;
  return {
    seq: entry.seq,
    at: entry.appended_at,
    ...(by === undefined ? {} : { by }),
    keepDays,
    before,
    ...removed,
    entries: removed.through - removed.from + 1,
  };
}
