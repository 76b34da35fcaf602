import { jsonText } from '../../syntax/json/json-text.ts';
import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import type { Standing } from '../model/entries/count.ts';
import { standingOf } from '../model/standing.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import {
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { arrayPieces, inPortions } from '../../syntax/json/write-in-pieces.ts';
import { linksOf, type ControlLinks } from '../rows/links-of.ts';

const results = {
  pass: 'pass',
  fail: 'fail',
  waived: 'warn',
  compensated: 'warn',
  unknown: 'error',
  error: 'error',
  stale: 'error',
  'not-applicable': 'skip',
  manual: 'skip',
} as const satisfies Record<Standing, string>;

/**
 * Writes an assessment as a ClusterReport of OpenReports, as JSON: it can be applied to a cluster beside what its
 * own scanners report. What only a person can answer passes where a person did; the property `standing` keeps
 * every state of ours apart.
 *
 * @see https://github.com/openreports/reports-api
 */
export const renderOpenReports = (assessment: Assessment, language: Language): Iterable<string> =>
  inPortions(pieces(assessment, language));

function* pieces(assessment: Assessment, language: Language): Generator<string> {
  const links = linksOf(assessment);
  const judged = findingsByControl(assessment);
  const summary = { pass: 0, fail: 0, warn: 0, error: 0, skip: 0 };
  for (const [control, findings] of judged) {
    const about = links(control.id);
    for (const finding of findings) summary[resultOf(finding, about)] += 1;
  }
  const head = {
    apiVersion: 'openreports.io/v1alpha1',
    kind: 'ClusterReport',
    metadata: {
      name: `${assessment.tool.name}-${assessment.collectedAt.replaceAll(/[^0-9]/g, '')}`,
      annotations: { 'plimsoll/targets': assessment.targets.map(({ id }) => id).join(' ') },
    },
    source: assessment.tool.name,
    summary,
  };
  const voice = createVoice(language);
  const timestamp = { seconds: Math.floor(Date.parse(assessment.collectedAt) / 1000), nanos: 0 };
  yield `${jsonText(head).slice(0, -1)},"results":`;
  yield* arrayPieces(
    (function* () {
      for (const [control, findings] of judged) {
        const about = links(control.id);
        for (const finding of findings) {
          const result = resultOf(finding, about);
          yield { ...describeResult(control, finding, voice), result, timestamp };
        }
      }
    })(),
  );
  yield '}\n';
}

const resultOf = (finding: Finding, { attestation }: ControlLinks) =>
  finding.status === 'manual' && attestation ? 'pass' : results[standingOf(finding)];

function describeResult(control: JudgedControl, finding: Finding, voice: Voice): object {
  const { subject, message, severity, waiver } = finding;
  const standing = standingOf(finding);
  return {
    policy: control.id,
    rule: voice.text(control.title),
    source: 'plimsoll',
    category: control.kind,
    severity,
    scored: waiver === undefined,
    message: voice.text(message),
    properties: {
      standing,
      kind: subject.kind,
      name: voice.name(subject.name),
      id: voice.name(subject.id),
      target: voice.name(subject.target),
      ...(waiver ? { waiverOwner: voice.name(waiver.owner), waiverUntil: waiver.until } : {}),
    },
  };
}
