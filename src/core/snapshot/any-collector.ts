import type { SubjectKind } from '../facts/subject.ts';
import type { Collector } from './collector.ts';
import type { SubjectExtension } from './extend-subject.ts';

/** What a configuration may name among its collectors. */
export type AnyCollector = Collector | SubjectExtension;

/** Whether it adds facts to subjects that others find, and is no target itself. */
export const isExtension = (of: AnyCollector | SubjectKind): of is SubjectExtension =>
  'extends' in of && 'collect' in of;
