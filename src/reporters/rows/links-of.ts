import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Attestation } from '../../core/statements/attestation.ts';

/** What the frameworks of an assessment say of one control. */
export interface ControlLinks {
  /** Ids of the requirements that it gives evidence for, by framework; links that do not count are left out. */
  readonly requirements: ReadonlyMap<string, readonly string[]>;
  /** A current statement of a person for one of these requirements; absent when there is none. */
  readonly attestation?: Attestation;
}

const none: ControlLinks = { requirements: new Map() };

/** Turns the frameworks of an assessment round: from the requirement's controls to the control's requirements. */
export function linksOf(assessment: Assessment): (controlId: string) => ControlLinks {
  const byControl = new Map<
    string,
    { requirements: Map<string, string[]>; attestation?: Attestation }
  >();
  for (const framework of assessment.frameworks) {
    for (const requirement of framework.requirements) {
      for (const { id, live } of requirement.controls) {
        if (!live) continue;
        const links = byControl.get(id) ?? { requirements: new Map<string, string[]>() };
        byControl.set(id, links);
        const ids = links.requirements.get(framework.id) ?? [];
        links.requirements.set(framework.id, [...ids, requirement.id]);
        if (requirement.attestation) links.attestation ??= requirement.attestation;
      }
    }
  }
  return (controlId) => byControl.get(controlId) ?? none;
}
