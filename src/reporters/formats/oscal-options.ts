import { baseOf } from '../locale/locale.ts';
import { describeObservation } from '../model/observations.ts';
import { levelOf } from '../model/scope.ts';
import { standingOf } from '../model/standing.ts';
import { createVoice } from '../model/voice.ts';
import type { ReportOptions } from '../options/report-options.ts';
import { resultsCatalog } from '../../oscal/results/companion.ts';
import type { OscalVersion } from '../../oscal/oscal-names.ts';
import type { ResultsOptions } from '../../oscal/results/results-options.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { jsonText } from '../../syntax/json/json-text.ts';
import type { Companion, RenderOptions } from './format.ts';

/** What a document of OSCAL receives of a report: its framework and its voice, in English or Chinese. */
export function oscalOptions({
  language,
  frameworkId,
}: Pick<ReportOptions, 'language' | 'frameworkId'>): ResultsOptions {
  const voice = createVoice(baseOf(language));
  return {
    frameworkId,
    voice: {
      ...voice,
      standing: standingOf,
      observation: (observation) => describeObservation(observation, voice),
      level: (framework) => levelOf(framework, voice),
    },
  };
}

/** The catalog that results of ours refer to, where no publisher keeps one. */
export function oscalCompanions(
  assessment: Assessment,
  options: RenderOptions,
  version: OscalVersion,
): readonly Companion[] {
  const catalog = resultsCatalog(assessment, oscalOptions(options), version);
  return catalog === undefined
    ? []
    : [
        {
          name: catalog.name,
          mediaType: 'application/json',
          content: `${jsonText(catalog.document, 2)}\n`,
        },
      ];
}
