import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import { arrayPieces, inPortions } from '../../syntax/json/write-in-pieces.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import { isKnownTo, newItemsFirst, type BaselineOptions } from '../options/baseline-input.ts';
import { fingerprinter } from '../rows/fingerprints.ts';
import { openFailures, shownAt } from '../rows/open-failures.ts';

const severities = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
} as const;

/**
 * Writes the failures that nobody accepted as a Code Quality report, the most severe first: a merge request of GitLab shows
 * which are new and which are gone, and its diff shows them at their lines. What a baseline accepts is left out.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const renderCodeQuality = (
  assessment: Assessment,
  language: Language,
  baseline?: BaselineOptions,
): Iterable<string> => inPortions(pieces(assessment, createVoice(language), baseline));

function* pieces(
  assessment: Assessment,
  voice: Voice,
  baseline: BaselineOptions | undefined,
): Generator<string> {
  yield* arrayPieces(issues(assessment, voice, baseline));
  yield '\n';
}

function* issues(
  assessment: Assessment,
  voice: Voice,
  baseline: BaselineOptions | undefined,
): Generator<object> {
  const failures = openFailures(assessment);
  const fingerprint = fingerprinter(
    failures.map(({ finding }) => finding),
    baseline,
  );
  for (const { finding } of failures) {
    if (isKnownTo(baseline, finding)) continue;
    const { path, line } = shownAt(newItemsFirst(finding, baseline));
    yield {
      description: `${voice.name(finding.subject.name)}: ${voice.text(finding.message)}`,
      check_name: finding.controlId,
      fingerprint: fingerprint(finding),
      severity: severities[finding.severity],
      location: { path, lines: { begin: line } },
    };
  }
}
