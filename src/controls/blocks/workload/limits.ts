import type { Check } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { fail } from '../../../core/controls/verdict.ts';
import { settle, type Given } from '../given.ts';

const bytes = text(' bytes', ' 字节');
const plain = text('', '');

/** Limits of a workload that 0 and below leave open, and what messages call them and what they count. */
const limits = {
  memoryBytes: [text('memory limit', '内存上限'), bytes],
  memoryReservationBytes: [text('memory reservation', '内存预留'), bytes],
  cpus: [text('processor limit', '处理器上限'), plain],
  pidsLimit: [text('process limit', '进程数上限'), plain],
  storageBytes: [text('limit on its writable layer', '可写层容量上限'), bytes],
} as const satisfies Partial<Record<keyof WorkloadFacts['resources'], readonly [Text, Text]>>;

/**
 * Whether a limit is set, and is not over `max`; `null` is any. 0 and below mean that there is none.
 *
 * @example
 * check: all(hasLimit('memoryBytes'), hasLimit('pidsLimit', 256))
 */
export function hasLimit<P>(
  resource: keyof typeof limits,
  max: Given<number | null, P> = null,
): Check<WorkloadFacts, P> {
  const [name, unit] = limits[resource];
  return (w, ctx) => {
    const value = w.resources[resource];
    if (value <= 0) return fail(text(`No ${name.en} is set`, `未设置${name.zh}`));
    const most = settle(max, ctx);
    if (most === null || value <= most) return true;
    return fail(
      text(
        `The ${name.en} of ${value}${unit.en} is over ${most}`,
        `${name.zh} ${value}${unit.zh}超过允许的 ${most}${unit.zh}`,
      ),
    );
  };
}
