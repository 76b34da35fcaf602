/**
 * The door to evidence that stands up: bundles, their signatures, and assessing again what is in one. Reading
 * and writing files is the caller's.
 *
 * @packageDocumentation
 */
export { buildBundle } from './evidence/build-bundle.ts';
export type { BundleInput } from './evidence/build-bundle.ts';
export { checksSchema } from './evidence/checks.ts';
export type { CheckDescription, Checks, SourceFile } from './evidence/checks.ts';
export type { Entry } from './evidence/container/entry.ts';
export type { Problem } from './evidence/container/read-container.ts';
export type { KnownSources } from './evidence/describe-checks.ts';
export { manifestSchema } from './evidence/manifest.ts';
export type { BundleFile, Manifest } from './evidence/manifest.ts';
export { looksLikeBundle, openBundle } from './evidence/open-bundle.ts';
export type { OpenBundle } from './evidence/open-bundle.ts';
export { causes } from './evidence/replay.ts';
export type { Cause, Difference } from './evidence/replay.ts';
export { frameworksOf, replayBundle } from './evidence/replay-bundle.ts';
export type { Replay, ReplayOptions } from './evidence/replay-bundle.ts';
export { readShippedSources } from './evidence/shipped-sources.ts';
export type { ShippedSources } from './evidence/shipped-sources.ts';
export { predicateType } from './evidence/signing/envelope.ts';
export { commandSigner, keySigner } from './evidence/signing/signer.ts';
export type { Signer } from './evidence/signing/signer.ts';
export { verifyBundle } from './evidence/verify-bundle.ts';
export type { SignatureState, Verification } from './evidence/verify-bundle.ts';
