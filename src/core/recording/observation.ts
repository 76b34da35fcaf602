import { z } from 'zod';
import { describeGap, type Gap } from '../facts/gap.ts';
import { sourceSchema } from '../facts/source.ts';
import { subjectRefSchema } from '../facts/subject.ts';
import { textSchema } from '../text-schema.ts';

/** One fact that a check read. */
export const observationSchema = z.object({
  /** JSON Pointer into the subject's facts. */
  path: z.string(),
  /** What was there; `null` also where there was nothing. */
  value: z.unknown(),
  /** Absent only where the collector named none. */
  source: sourceSchema.optional(),
  /** Set when the fact is another subject's than the finding's. */
  subject: subjectRefSchema.optional(),
  /** Why there is no value: the fact is a gap. Its reason, a colon, and what came back. */
  gap: z.string().optional(),
  /** What came back, where the collector says it in both languages; absent where it stands as it came. */
  detail: textSchema.optional(),
});

/** One fact that a check read: path, value, and where the value was read. */
export type Observation = Readonly<z.output<typeof observationSchema>>;

/** What an observation of a gap has in place of a value. */
export const unreadOf = (
  gap: Pick<Gap, 'reason' | 'detail'>,
): Pick<Observation, 'gap' | 'detail'> => ({
  gap: describeGap(gap).en,
  ...(typeof gap.detail === 'string' ? {} : { detail: gap.detail }),
});
