import { accessSync, constants } from 'node:fs';
import { describe } from 'vitest';

const places = ['/usr/sbin', '/usr/bin', '/sbin', '/bin', '/usr/local/bin'];

const has = (program: string): boolean =>
  places.some((place) => {
    try {
      accessSync(`${place}/${program}`, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/**
 * A group of tests that need root and some programs. Where CI is set they run, and fail, without them; a
 * developer's machine skips them by name, and says what is missing.
 */
export function describeWithRoot(
  name: string,
  programs: readonly string[],
  body: () => void,
): void {
  const missing = programs.filter((program) => !has(program));
  if (process.geteuid?.() !== 0) missing.push('root');
  if (missing.length === 0 || process.env['CI'] === 'true') describe(name, body);
  else {
    describe.skip(
      `${name} — SKIPPED, needs ${missing.join(', ')}: apt-get install docker.io busybox-static podman`,
      body,
    );
  }
}
