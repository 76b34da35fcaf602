import { baseOf } from '../locale/locale.ts';
import { describeObservation } from '../model/observations.ts';
import { levelOf } from '../model/scope.ts';
import { standingOf } from '../model/standing.ts';
import { createVoice } from '../model/voice.ts';
import type { ReportOptions } from '../options/report-options.ts';
import type { ResultsOptions } from '../../oscal/results/results-options.ts';

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
