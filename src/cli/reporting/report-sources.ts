import type { LoadedConfig } from '../../config.ts';
import { describeChecks } from '../../evidence.ts';
import { builtin, type Assessment } from '../../index.ts';
import type { SourceOptions } from '../../report.ts';
import { knownSources } from './known-sources.ts';

/** The formats for people, which show the code of the checks. */
const documents: ReadonlySet<string> = new Set(['html', 'pdf']);

/**
 * The code of the checks for the reports of an assessment; `undefined` where no format shows it.
 *
 * @param asFound whether the assessment was made at another time, perhaps by other code
 */
export async function sourcesFor(
  assessment: Assessment,
  formats: readonly string[],
  config: LoadedConfig,
  asFound: boolean,
): Promise<SourceOptions | undefined> {
  if (!formats.some((id) => documents.has(id))) return undefined;
  const known = await knownSources(config);
  return { checks: describeChecks(config.catalog ?? builtin, assessment, known), asFound };
}
