import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Waiver, WaiverState } from '../../core/statements/waiver.ts';
import type { BeforeAfter } from './catalog.ts';

/**
 * What became of a waiver. By somebody's hand: `added`, `removed`, `edited`, or `limited` when the policy no longer
 * allows one as long. By the day: `began`, `expired`, or `not-yet` when the later assessment is of an earlier day.
 */
export interface WaiverChange {
  readonly change: 'added' | 'removed' | 'edited' | 'limited' | 'began' | 'expired' | 'not-yet';
  /** As it is after; of a removed one, as it was. */
  readonly waiver: Waiver;
  /** Where it stood; `null` where there was none. */
  readonly state: { readonly before: WaiverState | null; readonly after: WaiverState | null };
  /** What was edited, field by field. */
  readonly fields: readonly (BeforeAfter & { readonly name: string })[];
}

const byState = {
  live: 'began',
  expired: 'expired',
  'too-long': 'limited',
  'not-yet': 'not-yet',
} as const satisfies Record<WaiverState, WaiverChange['change']>;

/** Whether two are the same waiver: it is known again by its control, its scope and its first day. */
export const isSameWaiver = (a: Waiver, b: Waiver): boolean =>
  a.control === b.control && a.from === b.from && isDeepStrictEqual(a.scope, b.scope);

/** Waivers that changed, those that are gone first. */
export function diffWaivers(before: Assessment, after: Assessment): readonly WaiverChange[] {
  const removed = before.waivers
    .filter((was) => !after.waivers.some(({ waiver }) => isSameWaiver(waiver, was.waiver)))
    .map(({ waiver, state }): WaiverChange => ({
      change: 'removed',
      waiver,
      state: { before: state, after: null },
      fields: [],
    }));
  const others = after.waivers.flatMap(({ waiver, state }): readonly WaiverChange[] => {
    const was = before.waivers.find((each) => isSameWaiver(each.waiver, waiver));
    const states = { before: was?.state ?? null, after: state };
    if (was === undefined) return [{ change: 'added', waiver, state: states, fields: [] }];
    const fields = editsOf(was.waiver, waiver);
    if (fields.length > 0) return [{ change: 'edited', waiver, state: states, fields }];
    if (was.state === state) return [];
    return [{ change: byState[state], waiver, state: states, fields }];
  });
  return [...removed, ...others];
}

function editsOf(was: Waiver, is: Waiver): WaiverChange['fields'] {
  const [old, now] = [
    new Map<string, unknown>(Object.entries(was)),
    new Map<string, unknown>(Object.entries(is)),
  ];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => !isDeepStrictEqual(old.get(name), now.get(name)))
    .map((name) => ({ name, before: old.get(name), after: now.get(name) }));
}
