import { accessSync, constants, existsSync } from 'node:fs';
import { describe } from 'vitest';
import { officialSamples } from './official-samples.ts';
import { officialSchemas } from './official-schema.ts';
import { postgresPrograms } from './postgres.ts';

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
 * A group of tests that need something of the machine. Where CI is set they run, and fail, without it; a
 * developer's machine skips them by name, and says what is missing and which packages bring it.
 */
function describeUnless(
  missing: readonly string[],
  packages: string,
  name: string,
  body: () => void,
): void {
  if (missing.length === 0 || process.env['CI'] === 'true') describe(name, body);
  else {
    const why = `SKIPPED, needs ${missing.join(', ')}: apt-get install ${packages}`;
    describe.skip(`${name} — ${why}`, body);
  }
}

/**
 * A group of tests that need files of others, which are no part of this project. Without them they are skipped, in CI
 * too, by a name that says how to run them.
 */
function describeBeside(
  found: boolean,
  what: string,
  variable: string,
  name: string,
  body: () => void,
): void {
  if (found) describe(name, body);
  else describe.skip(`${name} — SKIPPED, needs ${what}: set ${variable} to their folder`, body);
}

/** A group of tests against the official schemas of formats. */
export const describeWithSchemas = (name: string, body: () => void): void =>
  describeBeside(officialSchemas, 'the official schemas', 'OFFICIAL_SCHEMAS', name, body);

/** A group of tests on reports that scanners really wrote. */
export const describeWithSamples = (name: string, body: () => void): void =>
  describeBeside(officialSamples, 'reports of real scanners', 'OFFICIAL_SAMPLES', name, body);

/** A group of tests that need root and some programs. */
export function describeWithRoot(
  name: string,
  programs: readonly string[],
  body: () => void,
): void {
  const missing = programs.filter((program) => !has(program));
  if (process.geteuid?.() !== 0) missing.push('root');
  describeUnless(missing, 'docker.io busybox-static podman', name, body);
}

/** Packages whose name is not that of their program. */
const packageOf: Readonly<Record<string, string>> = {
  clamd: 'clamav-daemon',
  clamscan: 'clamav',
  yarac: 'yara',
};

/** A group of tests that need some programs and whichever user runs them. */
export function describeWithPrograms(
  name: string,
  programs: readonly string[],
  body: () => void,
): void {
  const missing = programs.filter((program) => !has(program));
  describeUnless(missing, programs.map((each) => packageOf[each] ?? each).join(' '), name, body);
}

/** A group of tests that need a module of the system's Python. */
export function describeWithPython(name: string, module: string, body: () => void): void {
  const found = existsSync(`/usr/lib/python3/dist-packages/${module}`);
  describeUnless(found ? [] : [`Python's ${module}`], `python3-${module}`, name, body);
}

/** A group of tests that start a PostgreSQL of their own, as the user that its package makes. */
export function describeWithPostgres(name: string, body: () => void): void {
  const missing = postgresPrograms() === undefined ? ['PostgreSQL'] : [];
  if (process.geteuid?.() !== 0) missing.push('root');
  describeUnless(missing, 'postgresql', name, body);
}

/**
 * A group of tests of faults that take minutes. The gate does the quick ones; these are done where `PLIMSOLL_EVERY_FAULT` is 1, and
 * else skipped, in CI too, by a name that says so.
 */
export function describeEveryFault(name: string, body: () => void): void {
  if (process.env['PLIMSOLL_EVERY_FAULT'] === '1') describe(name, body);
  else describe.skip(`${name} — SKIPPED, takes minutes: set PLIMSOLL_EVERY_FAULT=1`, body);
}
