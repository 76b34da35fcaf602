import type { Check, PlainCheck } from '../../../core/controls/check.ts';
import { noneFails, orElse } from '../../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { fail, failOnValues, pass, type Verdict } from '../../../core/controls/verdict.ts';
import { settle, type Given } from '../given.ts';
import { processesSaid } from './processes.ts';

const excessOf = (capabilities: readonly string[], allowed: readonly string[]): readonly string[] =>
  capabilities.filter((name) => !allowed.includes(name) && !allowed.includes(`CAP_${name}`));

/** Those of the capabilities that are not on a list, whichever way the list spells them; `''` when all are. */
export const capabilitiesBeyond = (
  capabilities: readonly string[],
  allowed: readonly string[],
): string => excessOf(capabilities, allowed).join(', ');

/** Whether all of the capabilities are on a list; each that is not is a fault. */
export function withinCapabilities(
  capabilities: readonly string[],
  allowed: readonly string[],
  what: Text,
): boolean | Verdict {
  const excess = excessOf(capabilities, allowed);
  const say = (names: readonly string[]): Text =>
    text(`${what.en} ${names.join(', ')}`, `${what.zh} ${names.join(', ')}`);
  return excess.length === 0 || failOnValues(excess, say);
}

/** Whether its first process holds no capability but the allowed ones, by the kernel. */
export const firstHoldsOnly =
  <P>(allowed: Given<readonly string[], P>): Check<WorkloadFacts, P> =>
  (w, ctx) =>
    withinCapabilities(
      w.kernel?.capabilities ?? [],
      settle(allowed, ctx),
      text('By the kernel, its first process holds', '内核显示其首进程持有权能'),
    );

/** The same of its other processes; those that hold more are named. */
export const othersHoldOnly =
  <P>(allowed: Given<readonly string[], P>): Check<WorkloadFacts, P> =>
  (w, ctx) => {
    const beyond = (w.processes ?? []).flatMap((each) => {
      const excess = excessOf(each.rights?.capabilities ?? [], settle(allowed, ctx));
      return excess.length === 0 ? [] : [{ each, excess }];
    });
    if (beyond.length === 0) return true;
    const names = [...new Set(beyond.flatMap(({ excess }) => excess))].toSorted();
    return failOnValues(names, (values) =>
      processesSaid(
        beyond.map(({ each }) => each),
        text(`hold ${values.join(', ')}`, `持有权能 ${values.join(', ')}`),
      ),
    );
  };

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
      ? pass(text(`May hold ${plain}`, `可持有权能 ${plain}`))
      : fail(text(`May not hold ${plain}`, `不持有权能 ${plain}`));
};

/** Whether it may hold no capability but the allowed ones, named with or without `CAP_`. */
export const holdsOnly = <P>(allowed: Given<readonly string[], P>): Check<WorkloadFacts, P> =>
  orElse(
    (w, ctx) => withinCapabilities(w.capabilities.effective, settle(allowed, ctx), mayHold),
    // Where more may be added, each that is known still counts.
    noneFails(
      (w) => w.capabilities.effective,
      (name, ctx) => withinCapabilities([name], settle(allowed, ctx), mayHold),
    ),
  );

const mayHold = text('May hold', '可持有权能');
