import type { Check, CheckContext } from '../../../core/controls/check.ts';
import { beside } from '../../../core/controls/combinators.ts';
import type { EngineFacts } from '../../../core/subjects/engine.ts';
import type { Verdict } from '../../../core/controls/verdict.ts';

interface Setting<T> {
  readonly effective: T;
  readonly configured: T | null;
}

/**
 * Judges a setting by the value in force. The value of a flag or of daemon.json becomes evidence beside it, and a gap
 * there changes nothing.
 */
export const settingInForce = <T, P>(
  setting: (e: EngineFacts) => Setting<T>,
  judge: (effective: T, ctx: CheckContext<P>) => boolean | Verdict,
): Check<EngineFacts, P> =>
  beside(
    (e, ctx) => judge(setting(e).effective, ctx),
    (e) => setting(e).configured,
  );
