/**
 * The door to what people state: waivers, attestations, requirements that do not apply and the system under assessment,
 * as values and in files of YAML or JSON. Everything here reads; what is wrong is reported with file, line and column.
 *
 * @packageDocumentation
 */
export {
  attestationSchema,
  attestationState,
  attestationStates,
  fileStates,
} from './core/statements/attestation.ts';
export type {
  Attestation,
  AttestationState,
  CheckedAttestation,
  FileState,
} from './core/statements/attestation.ts';
export { notApplicableSchema } from './core/statements/not-applicable.ts';
export type { NotApplicable, NotApplicableState } from './core/statements/not-applicable.ts';
export { byNameOnly, waiverSchema, waiverState } from './core/statements/waiver.ts';
export type { Waiver, WaiverLimits, WaiverState } from './core/statements/waiver.ts';
export { inlineWaivers } from './core/statements/inline-waivers.ts';
export { papersSchema, paymentBusinesses, zoneRoles } from './core/snapshot/papers.ts';
export type { Papers } from './core/snapshot/papers.ts';
export { systemSchema } from './core/snapshot/system.ts';
export type { Outsider, OutsideReason, SystemScope } from './core/snapshot/system.ts';
export { loadAttestations, statementFolders } from './scanning/statements/load-statements.ts';
export { filesBelow, findFiles } from './collectors/statements/find-files.ts';
export { hashFile } from './collectors/statements/hash-file.ts';
export { checkFiles } from './collectors/statements/check-files.ts';
export { readAttestations } from './collectors/statements/read-attestations.ts';
export type {
  AttestationDraft,
  AttestationFiles,
} from './collectors/statements/read-attestations.ts';
export { readWaivers } from './collectors/statements/read-waivers.ts';
export type { PlacedWaiver } from './collectors/statements/read-waivers.ts';
export { sealFiles } from './collectors/statements/seal-files.ts';
export type { SealedFile } from './collectors/statements/seal-files.ts';
