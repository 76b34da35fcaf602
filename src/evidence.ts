/**
 * The door to evidence that stands up: bundles, their signatures, and assessing again what is in one. Reading
 * and writing files is the caller's.
 *
 * @packageDocumentation
 */
export { answersSchema } from './evidence/bundle/answers.ts';
export type { Answers } from './evidence/bundle/answers.ts';
export { buildBundle } from './evidence/bundle/build-bundle.ts';
export type { BundleInput } from './evidence/bundle/build-bundle.ts';
export { checksSchema } from './core/controls/checks.ts';
export type { CheckDescription, Checks, SourceFile } from './core/controls/checks.ts';
export type { BundleEntry } from './evidence/zip/entry.ts';
export type { BundleProblem } from './evidence/zip/read-zip.ts';
export { describeChecks, sourcesIn } from './evidence/checks/describe-checks.ts';
export type { DescribedSource, KnownSources, Shown } from './evidence/checks/describe-checks.ts';
export { holdAssessment } from './evidence/replay/verify-assessment.ts';
export { answerFinder } from './evidence/bundle/find-answer.ts';
export type { AnswerPlace, FoundAnswer } from './evidence/bundle/find-answer.ts';
export { manifestSchema } from './evidence/manifest/manifest.ts';
export type { BundleFile, Manifest } from './evidence/manifest/manifest.ts';
export { looksLikeBundle, openBundle } from './evidence/bundle/open-bundle.ts';
export type { OpenBundle } from './evidence/bundle/open-bundle.ts';
export { causes } from './evidence/replay/replay.ts';
export type { ReplayCause, Difference } from './evidence/replay/replay.ts';
export {
  catalogOf,
  frameworksIn,
  frameworksOf,
  replayBundle,
} from './evidence/replay/replay-bundle.ts';
export type { Replay, ReplayOptions } from './evidence/replay/replay-bundle.ts';
export { readShippedSources } from './evidence/checks/shipped-sources.ts';
export type { ShippedSources } from './evidence/checks/shipped-sources.ts';
export { claimedSignature } from './evidence/bundle/claimed-signature.ts';
export type { ClaimedSignature } from './evidence/bundle/claimed-signature.ts';
export { predicateType, resultType } from './evidence/signing/envelope.ts';
export { refusePrivateKey } from './evidence/signing/private-key.ts';
export { commandSigner, keySigner } from './evidence/signing/signer.ts';
export type { Signer } from './evidence/signing/signer.ts';
export { timestampAuthority } from './evidence/timestamp/request-timestamp.ts';
export type { Timestamper } from './evidence/timestamp/request-timestamp.ts';
export type { Timestamp } from './evidence/timestamp/verify-timestamp.ts';
export { verifyBundle } from './evidence/bundle/verify-bundle.ts';
export type { SignatureState, Verification } from './evidence/bundle/verify-bundle.ts';

export { diffAssessments } from './evidence/diff/diff-assessments.ts';
export type { ScopeChange } from './evidence/diff/common-scope.ts';
export type { AssessmentDifference } from './evidence/diff/diff-assessments.ts';
export { changeCauses } from './evidence/diff/cause.ts';
export type { ChangeCause } from './evidence/diff/cause.ts';
export type { FindingChange, FindingState } from './evidence/diff/findings.ts';
export type {
  CatalogChanges,
  BeforeAfter,
  ParameterChange,
  SeverityChange,
} from './evidence/diff/catalog.ts';
export type { FactChange, Reading } from './evidence/diff/readings.ts';
export type { ImageUse, Match, Recreation } from './evidence/diff/recreated.ts';
export type { RequirementChange, RequirementChanges } from './evidence/diff/requirements.ts';
export type { SubjectChanges } from './evidence/diff/subjects.ts';
export type { WaiverChange } from './evidence/diff/waivers.ts';
export { compareReleases } from './evidence/release/compare-releases.ts';
export type { ReleaseChange } from './evidence/release/compare-releases.ts';
export { directions } from './evidence/release/direction.ts';
export type { Direction } from './evidence/release/direction.ts';
export { describeRelease, releaseSchema } from './evidence/release/release.ts';
export type { Release, ReleasedControl } from './evidence/release/release.ts';
export { parseAssessmentPieces } from './core/assessment/assessment-pieces.ts';
export { parseJsonText } from './syntax/json/parse-json-text.ts';
export { hideInSource } from './syntax/secrets/hide-in-source.ts';
export type { HiddenSource } from './syntax/secrets/hide-in-source.ts';
