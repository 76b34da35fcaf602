import type { Assessment, Finding, FrameworkResult } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { property, type OscalVersion } from '../oscal-names.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';
import { digestOf } from '../digest-of.ts';
import { expiriesOf } from '../../core/assessment/views/expiries.ts';
import { uuidOf } from '../uuid-of.ts';
import { casesOf, type Case } from './requirement-outcomes.ts';
import { findFramework, type ResultsOptions, type ResultsVoice } from './results-options.ts';

/** One part of a document, as it is written. */
export type Json = Readonly<Record<string, unknown>>;

/** What every part of a document is made from. */
export interface Scene {
  readonly assessment: Assessment;
  /** Absent for a document by control alone. */
  readonly framework: FrameworkResult | undefined;
  readonly version: OscalVersion;
  readonly voice: ResultsVoice;
  /** What stands to be judged: requirements of the framework, or else the controls. */
  readonly cases: readonly Case[];
  readonly findingsOf: (controlId: string) => readonly Finding[];
  /** A UUID of this document, the same for the same parts. */
  readonly uuid: (...parts: readonly string[]) => string;
  readonly subjectUuid: (subject: SubjectRef) => string;
  /** When what a control found holds no longer, ISO 8601 UTC; absent when nobody said. */
  readonly expiresOf: (controlId: string) => string | undefined;
  readonly observationUuid: (finding: Finding) => string;
}

/**
 * Sets the scene of a document.
 *
 * @throws PlimsollError `framework-unknown` when the assessment was not made against the framework
 */
export function setScene(
  model: string,
  assessment: Assessment,
  { voice, frameworkId }: ResultsOptions,
  version: OscalVersion,
): Scene {
  const framework = findFramework(assessment, frameworkId);
  const grouped = groupBy(assessment.findings, ({ controlId }) => controlId);
  const seed = [model, version, voice.language, frameworkId ?? '', digestOf(assessment)];
  const uuid = (...parts: readonly string[]): string => uuidOf(...seed, ...parts);
  const expiries = expiriesOf(assessment);
  return {
    assessment,
    framework,
    version,
    voice,
    cases: casesOf(assessment, framework, voice),
    findingsOf: (controlId) => grouped.get(controlId) ?? [],
    uuid,
    expiresOf: (controlId) => expiries.get(controlId),
    subjectUuid: ({ target, kind, id }) => uuid('subject', target, kind, id),
    observationUuid: ({ controlId, subject: { target, kind, id } }) =>
      uuid('observation', controlId, target, kind, id),
  };
}

/** A property of ours whose value may be any text. */
export const note = (name: string, value: string, rest: Json = {}): Json =>
  property(name, value, rest);

/** The end of a day, ISO 8601 UTC: days are inclusive. */
export const endOf = (day: string): string => `${day}T23:59:59Z`;

/** The tool as who observed. */
export const byTool = (scene: Scene): Json => ({
  origins: [{ actors: [{ type: 'tool', 'actor-uuid': scene.uuid('tool') }] }],
});
