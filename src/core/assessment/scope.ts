import { z } from 'zod';
import { matchesWildcard } from '../../syntax/matches-wildcard.ts';
import { severities } from '../controls/severity.ts';
import type { SubjectRef } from '../facts/subject.ts';

/** What an assessment is limited to: a finding belongs to it where every part that is given says so. */
export const scopeSchema = z.strictObject({
  /** Frameworks as they were chosen, `ID` or `ID@LEVEL`: only controls with a live link to one of them; absent means all controls. */
  frameworks: z.array(z.string()).optional(),
  /** Ids of controls, with `*` for any text; absent means all. */
  controls: z.array(z.string().min(1)).min(1).optional(),
  /** Severities of controls; absent means all. */
  severities: z.array(z.enum(severities)).min(1).optional(),
  /** Names or ids of subjects, with `*` for any text; absent means all. */
  subjects: z.array(z.string().min(1)).min(1).optional(),
});

/** What an assessment is limited to. */
export type AssessmentScope = Readonly<z.output<typeof scopeSchema>>;

/** Whether a subject is one of those that a scope names. */
export const namesSubject = (
  pattern: string,
  { name, id }: Pick<SubjectRef, 'name' | 'id'>,
): boolean => matchesWildcard(pattern, name) || matchesWildcard(pattern, id);
