import type { z } from 'zod';
import type { Subject } from '../../core/facts/subject.ts';

/** What may be said of a test beside its cases. */
export interface TestOptions<Params extends z.ZodObject = z.ZodObject> {
  /** Parameters of every case that names none. */
  readonly params?: Partial<z.input<Params>>;
  /** The other subjects of every case that names none; absent means a compliant one of each built-in kind. */
  readonly surroundings?: readonly Subject[];
  /** When the facts were read, ISO 8601 UTC: what a check has for a clock. Absent means 2026-11-24T12:00:00Z. */
  readonly collectedAt?: string;
  /**
   * Facts that stand beside a verdict and do not decide it, so that it passes without them: what `beside`, `any` and
   * `orElse` leave open. A fact of another subject is written with its kind, `engine /sockets`, and a list of
   * subjects as the kind alone.
   */
  readonly beside?: readonly string[];
  /**
   * Whether every fact that the control reads also gets other values; a change that no case notices is then an error.
   */
  readonly mutate?: boolean;
  /** Facts whose changes no case need notice, each with the reason; a fact whose change a case notices is an error. */
  readonly unnoticed?: Readonly<Record<string, string>>;
}
