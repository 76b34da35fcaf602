import { scalar } from '../node.ts';
import { replace, wrong, type Form } from './form.ts';

/** A single value that a function reads; `undefined` means that it does not fit. */
export const single = (
  wanted: string,
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
export const text = single('text', (value) => (typeof value === 'string' ? value : undefined));

/** Text, or a number as it is written. */
export const textOrNumber = single('text or a number', (value) =>
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
export const flag = single('true or false', (value) =>
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
export const number = single('a number', readNumber);

/** A whole number. */
export const whole = single('a whole number', (value) => {
  const read = readNumber(value);
  return Number.isSafeInteger(read) ? read : undefined;
});
