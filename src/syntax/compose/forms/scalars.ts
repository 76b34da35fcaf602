import { said, type Said } from '../../problem.ts';
import { scalar } from '../tree/nodes.ts';
import { replace, wrong, type Form } from './form.ts';

/** A single value that a function reads; `undefined` means that it does not fit. */
export const single = (
  wanted: Said,
  read: (value: string | number | boolean) => string | number | boolean | undefined,
): Form => ({
  merge: replace,
  normalise: (node, at) => {
    const value = node.kind === 'scalar' && node.value !== null ? read(node.value) : undefined;
    if (value === undefined) throw wrong(node, at, wanted);
    return scalar(value, node.place);
  },
});

/** Text, and nothing that looks like a number or a truth value. */
export const text = single(said('text', '文本'), (value) =>
  typeof value === 'string' ? value : undefined,
);

/** Text, or a number as it is written. */
export const textOrNumber = single(said('text or a number', '文本或数字'), (value) =>
  typeof value === 'boolean' ? undefined : String(value),
);

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  y: true,
  yes: true,
  on: true,
  false: false,
  n: false,
  no: false,
  off: false,
};

/** `true` or `false`; as text also what older YAML takes for them. */
export const flag = single(said('true or false', ' true 或 false'), (value) =>
  typeof value === 'string'
    ? truths[value.toLowerCase()]
    : typeof value === 'boolean'
      ? value
      : undefined,
);

const readNumber = (value: string | number | boolean): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value)) return;
  return Number(value);
};

/** A number. */
export const number = single(said('a number', '数字'), readNumber);

/** A whole number that is written as one, or as text. */
export function wholeIn(value: string | number | boolean): number | undefined {
  const read = readNumber(value);
  return Number.isSafeInteger(read) ? read : undefined;
}

/** A whole number. */
export const whole = single(said('a whole number', '整数'), wholeIn);
