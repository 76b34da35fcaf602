import type { Severity } from '../core/controls/severity.ts';
import type { Text } from '../core/text.ts';

/**
 * Why a request is refused, or would be: a `control` fails, or cannot say (`unknown`); it has `no-body`; its keys are
 * `ambiguous`; it is `unreadable`; it writes to plugins (`plugin-write`); or it took too long to judge (`late`).
 */
export type DenialCode =
  | 'control'
  | 'unknown'
  | 'no-body'
  | 'ambiguous'
  | 'unreadable'
  | 'plugin-write'
  | 'late';

/** One reason to refuse a request. */
export interface Denial {
  readonly code: DenialCode;
  /** What is wrong. */
  readonly what: Text;
  /** What to do about it; absent where nothing helps. */
  readonly remediation?: Text;
  /** Where a control decided. */
  readonly control?: string;
  readonly severity?: Severity;
  /** The end of an exemption that covered this and is over, as it is written. */
  readonly lapsed?: string;
}
