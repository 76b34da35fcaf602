import type { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { configSchema } from './config-schema.ts';
import { parseAnything } from '../parse-anything.ts';
import type { PlimsollConfig } from './config.ts';

/** A path into a configuration: `['frameworks', 0]`. */
export type ConfigPath = readonly (string | number)[];

/** A path as a program writes it: `waivers[0].until`. */
export const formatConfigPath = (path: ConfigPath): string =>
  path
    .map((each, at) => (typeof each === 'number' ? `[${each}]` : `${at === 0 ? '' : '.'}${each}`))
    .join('');

/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** The value that is wrong, or the field that does not exist. */
  readonly path: ConfigPath;
  readonly message: string;
}

/** Holds what came from outside to the shape of a configuration, and tells everything that is wrong with it. */
export function checkConfig(
  input: unknown,
): { readonly config: PlimsollConfig } | { readonly problems: readonly ConfigProblem[] } {
  const parsed = configSchema.safeParse(input);
  // The schema's optional fields are absent, not undefined, once parsed.
  if (parsed.success) return { config: parsed.data as PlimsollConfig };
  return { problems: parsed.error.issues.flatMap(describeIssue) };
}

function describeIssue(issue: z.core.$ZodIssue): readonly ConfigProblem[] {
  // A configuration is written as text, which has no symbols.
  const path = issue.path.map((each) => (typeof each === 'number' ? each : String(each)));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: 'there is no such field' }));
}

/**
 * Reads a configuration that came from outside.
 *
 * @throws PlimsollError `config-invalid` naming `place` and each field that is wrong
 */
export function parseConfig(input: unknown, place: string): PlimsollConfig {
  const refuse = (said: string): PlimsollError =>
    new PlimsollError('config-invalid', `${place}: ${said}`, {
      hint: 'Export the result of definePlimsollConfig({ … }) as the default.',
    });
  const checked = parseAnything(() => checkConfig(input), refuse);
  if ('config' in checked) return checked.config;
  const said = checked.problems.map(({ path, message }) => `${formatConfigPath(path)}: ${message}`);
  throw refuse(said.join('; '));
}
