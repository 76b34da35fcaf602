import type { Assessment, FrameworkResult } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import { publishedCatalogs } from '../../knowledge/published-catalogs.ts';
import { buildCatalog } from '../frameworks/catalog.ts';
import { buildControlsCatalog } from '../frameworks/controls.ts';
import { fileNameOf } from '../frameworks/document.ts';
import type { OscalVersion } from '../oscal-names.ts';
import { controlsId } from '../frameworks/mapping.ts';
import { findFramework, type ResultsOptions } from './results-options.ts';

/** The file beside results that holds the catalog of their ids: a level, a language and a release of OSCAL has one of its own. */
export const companionName = (
  framework: Pick<FrameworkResult, 'id' | 'level'> | undefined,
  language: Language,
  version: OscalVersion,
): string =>
  fileNameOf(
    [
      framework?.id ?? controlsId,
      framework?.level,
      language,
      version === '1.1.3' ? undefined : version.slice(0, version.lastIndexOf('.')),
    ]
      .filter((part) => part !== undefined)
      .join('-'),
    'catalog',
  );

/**
 * The catalog that assessment results of ours refer to, to be written beside them; `undefined` where they refer to the
 * catalog that the publisher keeps.
 *
 * @throws PlimsollError `framework-unknown`
 */
export function resultsCatalog(
  assessment: Assessment,
  { frameworkId, voice }: ResultsOptions,
  version: OscalVersion,
): { readonly name: string; readonly document: object } | undefined {
  const framework = findFramework(assessment, frameworkId);
  if (framework !== undefined && publishedCatalogs.has(framework.id)) return undefined;
  const { language } = voice;
  const head = { language, version, tool: assessment.tool };
  return {
    name: companionName(framework, language, version),
    document:
      framework === undefined
        ? buildControlsCatalog({ ...head, controls: assessment.catalog.controls })
        : buildCatalog({ ...head, framework, mappings: [], level: framework.level }),
  };
}
