import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text } from '../../../core/text.ts';
import { fail, type Verdict } from '../../../core/controls/verdict.ts';

/** A kernel parameter as a number; `undefined` when this kernel does not know it, or it is none. */
export function sysctlNumber(h: HostFacts, name: string): number | undefined {
  const value = h.sysctls[name];
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** Judges a kernel parameter by the least that it must be; one that this kernel does not know is too little. */
export function sysctlAtLeast(h: HostFacts, name: string, least: number): true | Verdict {
  const value = sysctlNumber(h, name);
  if (value !== undefined && value >= least) return true;
  const shown = h.sysctls[name];
  return fail(
    shown === undefined
      ? text(`This kernel has no ${name}`, `内核没有参数 ${name}`)
      : text(`${name} is ${shown}, not ${least}`, `${name} 为 ${shown}，应不低于 ${least}`),
  );
}
