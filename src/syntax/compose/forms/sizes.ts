import { said } from '../../problem.ts';
import { single } from './scalars.ts';

const powers: Readonly<Record<string, number>> = { '': 0, b: 0, k: 10, m: 20, g: 30, t: 40, p: 50 };

/** Bytes of a size; `undefined` for what is none. Of a number with a fraction Compose makes nothing, and so no limit. */
export function bytesIn(value: string | number | boolean): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : 0;
  if (typeof value === 'boolean') return undefined;
  if (/^-?\d+$/.test(value)) return Number(value);
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?) ?([kmgtp]?)(?:i?b)?$/i.exec(value) ?? [];
  const power = powers[unit.toLowerCase()];
  return digits === undefined || power === undefined
    ? undefined
    : Math.trunc(Number(digits) * 2 ** power);
}

/** A size such as `64m`, `1.5GiB` or a number of bytes; kept as bytes. */
export const size = single(said('a size such as 64m', '形如 64m 的大小'), (value) => {
  const bytes = bytesIn(value);
  return bytes === undefined ? undefined : String(bytes);
});

const seconds: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** Seconds of a duration such as `1m30s`; `undefined` for what is none. */
export function secondsOf(written: string): number | undefined {
  if (written === '0') return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|[smhdw]))+$/.test(written)) return undefined;
  let sum = 0;
  for (const [, digits, unit = ''] of written.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|[smhdw])/g)) {
    sum += Number(digits) * (seconds[unit] ?? 0);
  }
  return sum;
}

/** A duration such as `1m30s`, kept as it is written. */
export const duration = single(said('a duration such as 1m30s', '形如 1m30s 的时长'), (value) =>
  typeof value !== 'boolean' && secondsOf(String(value)) !== undefined ? String(value) : undefined,
);
