interface Version {
  readonly numbers: readonly number[];
  /** Alpha, beta and release candidates come before the release itself. */
  readonly preview: boolean;
}

function parse(version: string): Version | undefined {
  const given = version.trim();
  const found = /^v?(\d+(?:\.\d+)*)/.exec(given);
  if (!found) return undefined;
  const [start, digits = ''] = found;
  const rest = given.slice(start.length);
  return {
    numbers: digits.split('.').map(Number),
    preview: /^[-.~](alpha|beta|rc|dev)/i.test(rest),
  };
}

/**
 * Whether `version` is `minimum` or newer. Numbers are compared as numbers; what a distribution appends
 * (`+dfsg1`, `-ce`) does not count. `null` when either cannot be read as a version.
 */
export function atLeastVersion(version: string, minimum: string): boolean | null {
  const one = parse(version);
  const other = parse(minimum);
  if (!one || !other) return null;
  const length = Math.max(one.numbers.length, other.numbers.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return !one.preview || other.preview;
}
