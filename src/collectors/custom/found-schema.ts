import { z } from 'zod';
import { subjectSchema } from '../../core/facts/subject.ts';

/** What code of a user's own says that it read of one subject; its facts are held to the schema of their kind. */
export const readFactsSchema = z.object({
  facts: z.record(z.string(), z.unknown()),
  sources: subjectSchema.shape.sources,
  gaps: subjectSchema.shape.gaps.optional(),
});
