import type { AttestationEntry } from '../../model/entries/accepted.ts';
import type { ControlEntry } from '../../model/entries/finding.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import { linkTo, type Inline } from '../blocks/content.ts';

/** One numbered piece of evidence: what a control read, or a person's statement. */
export interface EvidenceItem {
  /** `E12`, in the order in which the requirements come to it. */
  readonly reference: string;
  readonly anchor: string;
  readonly evidence: ControlEntry | AttestationEntry;
  /** The requirements for which it is used. */
  readonly usedFor: readonly RequirementEntry[];
}

/** Numbers the evidence of a report in the order of its requirements. */
export function numberEvidence({ requirements, controls }: Report): readonly EvidenceItem[] {
  const byAnchor = new Map(controls.map((control) => [control.anchor, control]));
  const items = new Map<ControlEntry | AttestationEntry, RequirementEntry[]>();
  const use = (evidence: ControlEntry | AttestationEntry, by: RequirementEntry): void => {
    const known = items.get(evidence);
    if (known) known.push(by);
    else items.set(evidence, [by]);
  };
  for (const requirement of requirements) {
    for (const { anchor, live } of requirement.controls) {
      const control = byAnchor.get(anchor);
      if (control && live) use(control, requirement);
    }
    if (requirement.attestation) use(requirement.attestation, requirement);
  }
  return Array.from(items, ([evidence, usedFor], at) => ({
    reference: `E${at + 1}`,
    anchor: `evidence-${at + 1}`,
    evidence,
    usedFor,
  }));
}

/** Writes references to evidence, `[E3]`, as links to its place in the inventory. */
export function referrer(
  items: readonly EvidenceItem[],
): (to: { readonly anchor: string } | AttestationEntry) => readonly Inline[] {
  const byKey = new Map(
    items.map((item) => ['anchor' in item.evidence ? item.evidence.anchor : item.evidence, item]),
  );
  return (to) => {
    const item = byKey.get('anchor' in to ? to.anchor : to);
    return item ? [' ', linkTo(item.anchor, `[${item.reference}]`)] : [];
  };
}
