import type { Assessment, FrameworkResult } from './assessment.ts';
import { attestationState, type CheckedAttestation } from '../statements/attestation.ts';
import { isInForce, type NotApplicable } from '../statements/not-applicable.ts';
import type { FrameworkSelection } from '../frameworks/selection.ts';

interface Addressed {
  readonly framework: string;
  readonly requirement: string;
}

/** Whether what a statement is about exists among the frameworks of an assessment, at whatever level. */
function addressOf(
  { framework: id, requirement }: Addressed,
  selections: readonly FrameworkSelection[],
): 'found' | 'unknown-requirement' | 'not-selected' {
  const selected = selections.filter(({ framework }) => framework.id === id);
  if (selected.length === 0) return 'not-selected';
  const found = selected.some(({ framework }) =>
    framework.requirements.some((each) => each.id === requirement),
  );
  return found ? 'found' : 'unknown-requirement';
}

/** Every attestation with where it stands: nothing that was handed in is left out. */
export function describeAttestations(
  attestations: readonly CheckedAttestation[],
  selections: readonly FrameworkSelection[],
  at: string,
): Assessment['attestations'] {
  return attestations.map((attestation) => {
    const address = addressOf(attestation, selections);
    const state = address === 'found' ? attestationState(attestation, at) : address;
    return { attestation, state };
  });
}

/** Every statement of not-applicable with where it stands, and the failures that contradict it. */
export function describeNotApplicable(
  statements: readonly NotApplicable[],
  selections: readonly FrameworkSelection[],
  results: readonly FrameworkResult[],
  at: string,
): Assessment['notApplicable'] {
  return statements.map((statement) => {
    const address = addressOf(statement, selections);
    const inForce = isInForce(statement, at) ? 'current' : 'expired';
    const conflicts = results
      .filter(({ id }) => id === statement.framework)
      .flatMap(({ requirements }) => requirements)
      .filter((each) => each.statement?.requirement === statement.requirement)
      .flatMap((each) => (each.statement?.conflict === true ? [each.id] : []));
    return {
      statement,
      state: address === 'found' ? inForce : address,
      conflicts: [...new Set(conflicts)],
    };
  });
}
