import type { Assessment } from '../../core/assessment/assessment.ts';
import type {
  AttestationState,
  CheckedAttestation,
  FileState,
} from '../../core/statements/attestation.ts';
import { waiverNotes } from './waiver-notes.ts';
import { anchorOf } from './anchor.ts';
import { pick } from './findings.ts';
import type { AttestationEntry, StatementEntry, WaiverEntry } from './entries/accepted.ts';
import type { Tone } from './entries/count.ts';
import type { ControlEntry } from './entries/finding.ts';
import type { SourceLines } from '../../core/facts/source.ts';
import type { Voice } from './voice.ts';

/** Every waiver with the failures that it accepts, in the order in which they were given. */
export function describeWaivers(
  assessment: Assessment,
  controls: readonly ControlEntry[],
  voice: Voice,
): readonly WaiverEntry[] {
  const { date, name, prose, say } = voice;
  const outside = new Set(assessment.scope?.outside.controls.map(({ id }) => id));
  const anchors = new Set(controls.map(({ anchor }) => anchor));
  const accepted = pick(controls, 'waived', 'compensated').flatMap(({ findings }) => findings);
  return assessment.waivers.map((entry, at): WaiverEntry => {
    const { waiver, state, accepts } = entry;
    const controlAnchor = anchorOf('control', waiver.control);
    const { compensatingControl, ticket } = waiver;
    return {
      number: at + 1,
      anchor: `waiver-${at + 1}`,
      control: name(waiver.control),
      ...(anchors.has(controlAnchor) ? { controlAnchor } : {}),
      scope: Object.entries(waiver.scope).flatMap(([key, value]) => scopeLines(key, value, voice)),
      reason: prose(waiver.reason),
      owner: name(waiver.owner),
      approver: name(waiver.approver),
      ...(ticket === undefined ? {} : { ticket: name(ticket) }),
      period: say('accepted.period-value', { from: date(waiver.from), until: date(waiver.until) }),
      ...(compensatingControl === undefined ? {} : { compensating: prose(compensatingControl) }),
      state: say(`waiver.${state}`),
      notes: [
        ...waiverNotes(entry, assessment.at ?? assessment.collectedAt, voice),
        ...(outside.has(waiver.control) ? [say('waiver.outside')] : []),
      ],
      tone: state === 'live' ? 'conditional' : state === 'not-yet' ? 'plain' : 'bad',
      accepts,
      findings: accepted.filter((finding) => finding.waiver === at + 1),
    };
  });
}

const isLines = (value: Readonly<Record<string, string>> | SourceLines): value is SourceLines =>
  typeof value.first === 'number';

function scopeLines(
  key: string,
  value: string | Readonly<Record<string, string>> | SourceLines | undefined,
  voice: Voice,
): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [`${key}: ${voice.name(value)}`];
  if (isLines(value)) return [`${key}: ${voice.name(value.path)}:${value.first}–${value.last}`];
  return Object.entries(value).map(
    ([inner, wanted]) => `${key}.${voice.name(inner)}: ${voice.name(wanted)}`,
  );
}

/** The statements that were given for this framework, or for any when there is none. */
export function describeAttestations(
  assessment: Assessment,
  frameworkId: string | undefined,
  voice: Voice,
): readonly AttestationEntry[] {
  return assessment.attestations
    .filter(({ attestation }) => frameworkId === undefined || attestation.framework === frameworkId)
    .map(({ attestation, state }) => describeAttestation(attestation, state, voice));
}

const fileTones = {
  unchanged: 'good',
  missing: 'bad',
  changed: 'bad',
  unchecked: 'doubt',
} as const satisfies Record<FileState, Tone>;

/** One person's statement. */
export function describeAttestation(
  attestation: CheckedAttestation,
  state: AttestationState,
  voice: Voice,
): AttestationEntry {
  const { date, name, prose, say } = voice;
  const { framework, requirement, person, role, review, files = [] } = attestation;
  return {
    requirement: `${name(framework)} ${name(requirement)}`,
    statement: prose(attestation.statement),
    person: `${name(person)}, ${name(role)}`,
    period: say('accepted.period-value', {
      from: date(attestation.date),
      until: date(attestation.until),
    }),
    ...(review
      ? { review: say('attestation.reviewed', { by: name(review.by), day: date(review.date) }) }
      : {}),
    files: files.map(({ path, sha256 = '', state: found = 'unchecked' }) => ({
      path: name(path),
      sha256,
      state: say(`file.${found}`),
      tone: fileTones[found],
    })),
    place: name(attestation.place ?? ''),
    state: say(`attestation.${state}`),
    tone: state === 'current' ? 'conditional' : 'plain',
  };
}

/** Statements that a requirement of this framework, or of any when there is none, does not apply. */
export function describeStatements(
  assessment: Assessment,
  frameworkId: string | undefined,
  voice: Voice,
): readonly StatementEntry[] {
  const { date, name, prose, say } = voice;
  return assessment.notApplicable
    .filter(({ statement }) => frameworkId === undefined || statement.framework === frameworkId)
    .map(({ statement: { framework, requirement, reason, owner, until }, state, conflicts }) => ({
      requirement: `${name(framework)} ${name(requirement)}`,
      reason: prose(reason),
      owner: name(owner),
      until: until === undefined ? say('stated.no-end') : date(until),
      state: say(`stated.${state}`),
      tone: conflicts.length > 0 ? 'bad' : state === 'current' ? 'conditional' : 'plain',
      conflicts: conflicts.map(name),
    }));
}
