import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { CheckedAttestation } from '../../core/statements/attestation.ts';
import type { Waiver } from '../../core/statements/waiver.ts';
import { describeObservation } from '../model/observations.ts';
import type { Frame } from './frame.ts';

/** The statements of people that stand for a requirement, with where they stand. */
export const attestedIn = (assessment: Assessment) =>
  assessment.frameworks.flatMap((framework) =>
    framework.requirements.flatMap(({ id, attestation }) =>
      attestation ? [{ framework: framework.id, requirement: id, attestation }] : [],
    ),
  );

/** Everything that claims rest on: findings, then waivers that accept something, then statements. */
export function* evidenceIn(frame: Frame): Generator<object> {
  const { assessment } = frame;
  for (const finding of assessment.findings) yield findingEvidence(finding, frame);
  const waivers = new Map<string, Waiver>();
  for (const { status, waiver } of assessment.findings) {
    if (status === 'fail' && waiver) waivers.set(frame.waiverRef(waiver), waiver);
  }
  for (const [ref, waiver] of waivers) yield waiverEvidence(ref, waiver, frame);
  for (const { framework, requirement, attestation } of attestedIn(assessment)) {
    yield statementEvidence(frame.ref('statement', framework, requirement), attestation, frame);
  }
}

function findingEvidence(finding: Finding, frame: Frame): object {
  const { voice, assessment } = frame;
  const expires = frame.expiries.get(finding.controlId);
  const data = finding.observations.map((observation) => {
    const { path, value, source } = describeObservation(observation, voice);
    return { name: path, contents: { attachment: { content: `${value} (${source})` } } };
  });
  return {
    'bom-ref': frame.refOf('evidence', finding),
    propertyName: `plimsoll:${finding.controlId}:${finding.status}`,
    description: voice.text(finding.message),
    ...(data.length === 0 ? {} : { data }),
    created: assessment.collectedAt,
    ...(expires === undefined ? {} : { expires }),
  };
}

const waiverEvidence = (ref: string, waiver: Waiver, { voice }: Frame): object => ({
  'bom-ref': ref,
  propertyName: `plimsoll:waiver:${voice.name(waiver.control)}`,
  description: [waiver.reason, waiver.compensatingControl]
    .flatMap((text) => (text === undefined ? [] : [voice.prose(text)]))
    .join('\n'),
  created: `${waiver.from}T00:00:00Z`,
  expires: `${waiver.until}T23:59:59Z`,
  author: { name: voice.name(waiver.owner) },
  reviewer: { name: voice.name(waiver.approver) },
});

const statementEvidence = (
  ref: string,
  { statement, person, role, date, until, review }: CheckedAttestation,
  { voice }: Frame,
): object => ({
  'bom-ref': ref,
  propertyName: 'plimsoll:statement',
  description: voice.prose(statement),
  created: `${date}T00:00:00Z`,
  expires: `${until}T23:59:59Z`,
  author: { name: `${voice.name(person)}, ${voice.name(role)}` },
  ...(review === undefined ? {} : { reviewer: { name: voice.name(review.by) } }),
});
