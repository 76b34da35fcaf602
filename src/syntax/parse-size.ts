const units: Readonly<Record<string, number>> = { '': 0, k: 10, m: 20, g: 30, t: 40, p: 50 };

/**
 * A size in bytes, as engines and the kernel write them: `512m`, `10G`, `64KiB`, `1048576`. 0 for what is no
 * such size, a share of the memory (`50%`) among it.
 */
export function parseSize(written: string): number {
  const [, number, unit = ''] =
    /^(\d+(?:\.\d+)?)\s*([kmgtp]?)(?:i?b)?$/i.exec(written.trim()) ?? [];
  const power = units[unit.toLowerCase()];
  return number === undefined || power === undefined ? 0 : Math.floor(Number(number) * 2 ** power);
}
