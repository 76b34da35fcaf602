import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../core/assessment.ts';
import type { Waiver } from '../core/waiver.ts';

/** A value before and after; absent where there was none. */
export interface Change {
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A parameter whose value in force is another. */
export interface ParameterChange extends Change {
  readonly control: string;
  readonly name: string;
}

/** What became of a waiver: `began` and `expired` by the day of the snapshot, the others by somebody's hand. */
export interface WaiverChange {
  readonly change: 'added' | 'removed' | 'edited' | 'began' | 'expired';
  /** As it is after; of a removed one, as it was. */
  readonly waiver: Waiver;
}

/** Parameters in force that changed, of controls that both assessments have. */
export function diffParameters(before: Assessment, after: Assessment): readonly ParameterChange[] {
  const earlier = new Map(before.catalog.controls.map(({ id, params }) => [id, params]));
  return after.catalog.controls.flatMap(({ id, params }) => {
    const was = earlier.get(id);
    if (was === undefined) return [];
    return [...new Set([...Object.keys(was), ...Object.keys(params)])]
      .filter((name) => !isDeepStrictEqual(was[name], params[name]))
      .map((name) => ({ control: id, name, before: was[name], after: params[name] }));
  });
}

/** Waivers that changed; one is known again by its control, its scope and its first day. */
export function diffWaivers(before: Assessment, after: Assessment): readonly WaiverChange[] {
  const same = (a: Waiver, b: Waiver): boolean =>
    a.control === b.control && a.from === b.from && isDeepStrictEqual(a.scope, b.scope);
  const removed = before.waivers
    .filter((was) => !after.waivers.some(({ waiver }) => same(waiver, was.waiver)))
    .map(({ waiver }): WaiverChange => ({ change: 'removed', waiver }));
  const others = after.waivers.flatMap(({ waiver, state }): readonly WaiverChange[] => {
    const was = before.waivers.find((each) => same(each.waiver, waiver));
    if (was === undefined) return [{ change: 'added', waiver }];
    if (!isDeepStrictEqual(was.waiver, waiver)) return [{ change: 'edited', waiver }];
    if (was.state === state) return [];
    return [{ change: state === 'live' ? 'began' : 'expired', waiver }];
  });
  return [...removed, ...others];
}
