import { PlimsollError } from '../errors.ts';
import { configSchema } from './config-schema.ts';
import { parseAnything } from '../parse-anything.ts';
import { readWith } from '../read-with.ts';
import { sayProblems, type Problem } from '../say-issues.ts';
import { text, type Text } from '../text.ts';
import type { PlimsollConfig } from './config.ts';

/** A path into a configuration: `['frameworks', 0]`. */
export type ConfigPath = readonly (string | number)[];

/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** The value that is wrong, or the field that does not exist. */
  readonly path: ConfigPath;
  readonly said: Text;
}

/** Holds what came from outside to the shape of a configuration, and tells everything that is wrong with it. */
export function checkConfig(
  input: unknown,
): { readonly config: PlimsollConfig } | { readonly problems: readonly ConfigProblem[] } {
  const parsed = readWith(configSchema, input);
  // The schema's optional fields are absent, not undefined, once parsed.
  if (parsed.success) return { config: parsed.data as PlimsollConfig };
  return { problems: parsed.problems.map(describe) };
}

/** A configuration is written as text, which has no symbols. */
const describe = ({ place, said }: Problem): ConfigProblem => ({
  path: place.map((each) => (typeof each === 'number' ? each : String(each))),
  said,
});

/**
 * Reads a configuration that came from outside.
 *
 * @throws PlimsollError `config-invalid` naming `place` and each field that is wrong
 */
export function parseConfig(input: unknown, place: string): PlimsollConfig {
  const refuse = (said: Text): PlimsollError =>
    new PlimsollError('config-invalid', text(`${place}: ${said.en}`, `${place}：${said.zh}`), {
      hint: text(
        'Export the result of definePlimsollConfig({ … }) as the default.',
        '请将 definePlimsollConfig({ … }) 的结果作为默认导出。',
      ),
    });
  const checked = parseAnything(() => checkConfig(input), refuse);
  if ('config' in checked) return checked.config;
  const problems = checked.problems.map(({ path, said }) => ({ path, place: path, said }));
  throw refuse(sayProblems(problems));
}
