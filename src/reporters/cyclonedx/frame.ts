import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import type { Waiver } from '../../core/statements/waiver.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import { digestOf } from '../../oscal/digest-of.ts';
import { expiriesOf } from '../../core/assessment/views/expiries.ts';
import { uuidOf } from '../../oscal/uuid-of.ts';

/** What every part of the document is made from, and how its parts refer to one another. */
export interface Frame {
  readonly assessment: Assessment;
  readonly voice: Voice;
  readonly ref: (...parts: readonly string[]) => string;
  readonly refOf: (what: 'claim' | 'evidence', finding: Finding) => string;
  /** When what each control found holds no longer, by its id. */
  readonly expiries: ReadonlyMap<string, string>;
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
    expiries: expiriesOf(assessment),
    waiverRef: (waiver) => ref('waiver', JSON.stringify(waiver)),
  };
}
