import type { PartCheck } from '../../core/controls/check.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { settle, type Given } from './given.ts';

/** Whatever has labels: workloads, images, networks, volumes, nodes and more. */
interface Labelled {
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Whether it has a label that is not empty; with `value`, that very one. Who runs a container sets its labels: they
 * tell what somebody says of it, and never that it is so.
 */
export const hasLabel =
  <P>(label: Given<string, P>, value?: string): PartCheck<Labelled, P> =>
  ({ labels }, ctx) => {
    const name = settle(label, ctx);
    const found = labels[name] ?? '';
    if (value === undefined ? found !== '' : found === value) return true;
    return fail(
      found === ''
        ? text(`No label ${name}`, `缺少标签 ${name}`)
        : text(`Label ${name} is ${found}`, `标签 ${name} 的值为 ${found}`),
    );
  };
