import type { Assessment, Finding } from '../../core/assessment.ts';
import type { Language } from '../../core/text.ts';
import type { Waiver } from '../../core/waiver.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import { digestOf } from '../projection/digest-of.ts';
import { uuidOf } from '../projection/uuid.ts';

/** What every part of the document is made from, and how its parts refer to one another. */
export interface Frame {
  readonly assessment: Assessment;
  readonly voice: Voice;
  readonly ref: (...parts: readonly string[]) => string;
  readonly refOf: (what: 'claim' | 'evidence', finding: Finding) => string;
  readonly waiverRef: (waiver: Waiver) => string;
}

/** Prepares the references of one document; equal assessments have equal ones. */
export function frameOf(assessment: Assessment, language: Language): Frame {
  const seed = ['cyclonedx', language, digestOf(assessment)];
  const ref = (...parts: readonly string[]): string => uuidOf(...seed, ...parts);
  return {
    assessment,
    voice: createVoice(language),
    ref,
    refOf: (what, { controlId, subject: { target, kind, id } }) =>
      ref(what, controlId, target, kind, id),
    waiverRef: (waiver) => ref('waiver', JSON.stringify(waiver)),
  };
}
