import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import { uuidOf } from '../../oscal/uuid-of.ts';
import { jsonText } from '../../syntax/json/json-text.ts';
import { arrayPieces, inPortions } from '../../syntax/json/write-in-pieces.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import {
  countKnown,
  isKnownTo,
  newItemsFirst,
  type BaselineOptions,
} from '../options/baseline-input.ts';
import { fingerprinter, type Fingerprint } from '../rows/fingerprints.ts';
import { headOfOpen, openFailures, shownAt, type OpenFailure } from '../rows/open-failures.ts';
import { ranWhole } from '../rows/unread-lists.ts';

/** The release of GitLab's schema: all that read version 15 read it. */
const schemaVersion = '15.0.6';

/** Longest name and solution that the schema takes, in UTF-16 units. */
const longest = { name: 255, solution: 7000 } as const;

const severities = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } as const;

/**
 * Writes the failures that nobody accepted as a SAST report of GitLab, the most severe first, for its vulnerability report
 * and security policies. What a baseline accepts is left out, and counted in a message of the scan.
 *
 * @see https://gitlab.com/gitlab-org/security-products/security-report-schemas
 */
export const renderGitlabSast = (
  assessment: Assessment,
  language: Language,
  baseline?: BaselineOptions,
): Iterable<string> => inPortions(pieces(assessment, createVoice(language), baseline));

function* pieces(
  assessment: Assessment,
  voice: Voice,
  baseline: BaselineOptions | undefined,
): Generator<string> {
  const count = countKnown(baseline, assessment);
  const { tool, collectedAt } = assessment;
  const { name, version } = tool;
  const made = { id: name, name, version, vendor: { name } };
  // The schema knows of no zone: all times are UTC.
  const time = collectedAt.slice(0, 'YYYY-MM-DDThh:mm:ss'.length);
  const scan = {
    type: 'sast',
    status: ranWhole(assessment) ? 'success' : 'failure',
    start_time: time,
    end_time: time,
    analyzer: made,
    scanner: made,
    ...(count > 0
      ? { messages: [{ level: 'info', value: voice.say('baseline.known', { count }) }] }
      : {}),
  };
  yield `{"version":"${schemaVersion}","scan":${jsonText(scan)},"vulnerabilities":`;
  yield* arrayPieces(vulnerabilities(assessment, voice, baseline));
  yield '}\n';
}

function* vulnerabilities(
  assessment: Assessment,
  voice: Voice,
  baseline: BaselineOptions | undefined,
): Generator<object> {
  const failures = openFailures(assessment);
  const fingerprint = fingerprinter(
    failures.map(({ finding }) => finding),
    baseline,
  );
  for (const failure of failures) {
    if (isKnownTo(baseline, failure.finding)) continue;
    const { path, line } = shownAt(newItemsFirst(failure.finding, baseline));
    const location = { file: path, start_line: line, end_line: line };
    yield { ...vulnerability(failure, fingerprint, voice), location };
  }
}

function vulnerability(failure: OpenFailure, fingerprint: Fingerprint, voice: Voice): object {
  const { control, finding } = failure;
  const links = control.references.filter((url) => url.startsWith('https://'));
  return {
    id: uuidOf('gitlab-sast', fingerprint(finding)),
    name: headOfOpen(failure, voice).slice(0, longest.name),
    description: `${voice.name(finding.subject.name)}: ${voice.text(finding.message)}\n\n${voice.paragraphs(control.rationale)}`,
    severity: severities[finding.severity],
    solution: voice.paragraphs(control.remediation).slice(0, longest.solution),
    identifiers: [{ type: 'plimsoll', name: control.id, value: control.id }],
    ...(links.length === 0 ? {} : { links: links.map((url) => ({ url })) }),
  };
}
