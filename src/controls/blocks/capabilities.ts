import type { Check, PlainCheck } from '../../core/controls/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';
import { text } from '../../core/text.ts';
import { fail, pass } from '../../core/controls/verdict.ts';
import { settle, type Given } from './given.ts';

/** Those of the capabilities that are not on a list, whichever way the list spells them; `''` when all are. */
export const capabilitiesBeyond = (
  capabilities: readonly string[],
  allowed: readonly string[],
): string =>
  capabilities
    .filter((name) => !allowed.includes(name) && !allowed.includes(`CAP_${name}`))
    .join(', ');

/**
 * Whether it may hold a capability in the end, named with or without `CAP_`; a privileged one may hold all.
 *
 * @example
 * check: not(hasCapability('SYS_ADMIN'))
 */
export const hasCapability = (name: string): PlainCheck<WorkloadFacts> => {
  const plain = name.replace(/^CAP_/, '');
  return (w) =>
    w.capabilities.effective.includes(plain)
      ? pass(text(`It may hold ${plain}`, `可持有权能 ${plain}`))
      : fail(text(`It may not hold ${plain}`, `不持有权能 ${plain}`));
};

/** Whether it may hold no capability but the allowed ones, named with or without `CAP_`. */
export const holdsOnly =
  <P>(allowed: Given<readonly string[], P>): Check<WorkloadFacts, P> =>
  (w, ctx) => {
    const excess = capabilitiesBeyond(w.capabilities.effective, settle(allowed, ctx));
    return excess === '' || fail(text(`It may hold ${excess}`, `可持有权能 ${excess}`));
  };
