import { configKeys } from '../../core/config/merge-configs.ts';
import { formatConfigPath, type ConfigProblem } from '../../core/config/parse-config.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { ConfigLayer } from './config-layer.ts';
import { formatFile, formatPlaceIn } from './format-place.ts';

const fields = ['extends', ...configKeys];

/** The error that tells everything that is wrong with a configuration, a line each, with file and line. */
export async function invalidConfig(
  problems: readonly ConfigProblem[],
  { file, within, chain }: Pick<ConfigLayer, 'file' | 'within' | 'chain'>,
): Promise<PlimsollError> {
  const said: string[] = [];
  for (const { path, message } of problems) {
    const place = await formatPlaceIn(file, [...within, ...path]);
    const field = path.length === 0 ? '' : `${formatConfigPath(path)}: `;
    said.push(`${place}: ${field}${message}${await didYouMean(path)}`);
  }
  if (chain.length > 0) said.push(`Extended through: ${chain.join(' → ')}.`);
  return new PlimsollError('config-invalid', said.join('\n'), {
    hint: problems.some(({ path }) => path.length === 0)
      ? `Export the result of definePlimsollConfig({ … }) as the default of ${formatFile(file)}.`
      : 'Fields of a configuration: docs/configuration.md',
  });
}

async function didYouMean([field, ...deeper]: ConfigProblem['path']): Promise<string> {
  if (typeof field !== 'string' || deeper.length > 0 || fields.includes(field)) return '';
  const { closest, distance } = await import('fastest-levenshtein');
  const nearest = closest(field, fields);
  return distance(field, nearest) > 3 ? '' : ` (did you mean ${nearest}?)`;
}
