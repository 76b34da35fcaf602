/**
 * The light door: define controls, catalogs, subjects and frameworks, and judge a snapshot. It loads
 * zod and the built-in controls, and nothing heavier.
 *
 * @packageDocumentation
 */
export { builtin } from './controls/builtin.ts';
export type { BuiltinControl } from './controls/builtin.ts';
export { ratingOf } from './controls/ratings.ts';
export { periodOf } from './controls/periods.ts';
export type { Period } from './controls/periods.ts';
export type { Exposure, Impact, Rating } from './controls/ratings.ts';
export { assess, createAssessor } from './core/assess.ts';
export type { AssessOptions, Assessor, Result } from './core/assess.ts';
export { assessmentSchema, parseAssessment } from './core/assessment.ts';
export { parseAssessmentPieces } from './core/assessment-pieces.ts';
export { findingStatuses } from './core/finding-status.ts';
export type { Assessment, Finding, FrameworkResult, RequirementResult } from './core/assessment.ts';
export type { FindingStatus } from './core/finding-status.ts';
export {
  attestationSchema,
  attestationState,
  attestationStates,
  fileStates,
} from './core/attestation.ts';
export type {
  Attestation,
  AttestationState,
  CheckedAttestation,
  FileState,
} from './core/attestation.ts';
export { defineCatalog, extendCatalog, parametersOf, severityOf } from './core/catalog.ts';
export type {
  Catalog,
  CatalogOrigin,
  Change,
  ControlIdOf,
  Extension,
  Omission,
  Tailoring,
} from './core/catalog.ts';
export { defineCollector } from './core/collector.ts';
export type { Collector, CollectorContext, Found } from './core/collector.ts';
export { all, any, atLeast, beside, each, none, not, orElse, when } from './core/combinators.ts';
export type { Check, CheckContext, Deployed, PartCheck, PlainCheck } from './core/check.ts';
export type { Select } from './core/combinators.ts';
export {
  checkConfig,
  definePlimsollConfig,
  parseConfig,
  sayConfigPath,
  thresholds,
} from './core/config.ts';
export type {
  ConfigBranding,
  ConfigPath,
  ConfigProblem,
  PlimsollConfig,
  ReportFunction,
  Threshold,
} from './core/config.ts';
export { layerCatalogs } from './core/layer-catalogs.ts';
export { configKeys, mergeConfigs } from './core/merge-configs.ts';
export type { ConfigOrigin, MergedConfig } from './core/merge-configs.ts';
export { defineControl, defineManualControl, severities } from './core/control.ts';
export { expiresAt, isLapsed } from './core/freshness.ts';
export type {
  AnyControl,
  Control,
  ControlDefinition,
  ManualDefinition,
  ParamsInput,
  Severity,
} from './core/control.ts';
export type { Judgement } from './core/evaluate.ts';
export { PlimsollError } from './core/errors.ts';
export type { ErrorCode } from './core/errors.ts';
export { extendFramework } from './core/extend-framework.ts';
export type { Decision, FrameworkExtension, Mapped } from './core/extend-framework.ts';
export { defineFramework } from './core/framework.ts';
export type {
  Edition,
  Framework,
  FrameworkChange,
  Level,
  Requirement,
  RequirementIdOf,
} from './core/framework.ts';
export { gapReasons } from './core/gap.ts';
export type { Gap, GapReason, PopulationGap } from './core/gap.ts';
export { defineMapping, isLive, strengths } from './core/mapping.ts';
export type { Guard, Link, Mapping, Strength } from './core/mapping.ts';
export { describeParameters, parameterSchema } from './core/parameters.ts';
export type { JsonSchema, Parameter } from './core/parameters.ts';
export type { Observation } from './core/observation.ts';
export { notApplicableSchema } from './core/not-applicable.ts';
export type { NotApplicable, NotApplicableState } from './core/not-applicable.ts';
export type { Selection } from './core/requirements.ts';
export { requirementStatuses } from './core/rollup.ts';
export type { RequirementStatus, Tally } from './core/rollup.ts';
export { orderSnapshot, parseSnapshot, snapshotSchema } from './core/snapshot.ts';
export type { Population, Snapshot, Target } from './core/snapshot.ts';
export type { Source, SourceMap } from './core/source.ts';
export { defineSubject } from './core/subject.ts';
export type {
  Facts,
  FactsOf,
  ReadonlyFacts,
  Subject,
  SubjectKind,
  SubjectRef,
} from './core/subject.ts';
export { engine } from './core/subjects/engine.ts';
export type { Engine, EngineFacts } from './core/subjects/engine.ts';
export { host } from './core/subjects/host.ts';
export type { Host, HostFacts } from './core/subjects/host.ts';
export { inlineWaivers } from './core/inline-waivers.ts';
export { composeProject } from './core/subjects/compose-project.ts';
export type { ComposeProject, ComposeProjectFacts } from './core/subjects/compose-project.ts';
export { dockerfile } from './core/subjects/dockerfile.ts';
export type { Dockerfile, DockerfileFacts } from './core/subjects/dockerfile.ts';
export { image } from './core/subjects/image.ts';
export type { Image, ImageFacts } from './core/subjects/image.ts';
export { imageScan } from './core/subjects/image-scan.ts';
export type { ImageScan, ImageScanFacts } from './core/subjects/image-scan.ts';
export { builtinKinds } from './core/subjects/kinds.ts';
export { network } from './core/subjects/network.ts';
export type { Network, NetworkFacts } from './core/subjects/network.ts';
export { secret, swarm, swarmNode } from './core/subjects/swarm.ts';
export type {
  Secret,
  SecretFacts,
  Swarm,
  SwarmFacts,
  SwarmNode,
  SwarmNodeFacts,
} from './core/subjects/swarm.ts';
export { systemSchema } from './core/system.ts';
export type { Outsider, OutsideReason, SystemScope } from './core/system.ts';
export { vex } from './core/subjects/vex.ts';
export type { Vex, VexFacts } from './core/subjects/vex.ts';
export { volume } from './core/subjects/volume.ts';
export type { Volume, VolumeFacts } from './core/subjects/volume.ts';
export { workload } from './core/subjects/workload.ts';
export type { Workload, WorkloadFacts } from './core/subjects/workload.ts';
export type { SnapshotHeader } from './core/snapshot-header.ts';
export { languages, text } from './core/text.ts';
export type { Language, Text } from './core/text.ts';
export { tool } from './core/tool.ts';
export { fail, notApplicable, pass, unknown } from './core/verdict.ts';
export type { Verdict, VerdictStatus } from './core/verdict.ts';
export { waiverSchema, waiverState } from './core/waiver.ts';
export { byNameOnly } from './core/waiver.ts';
export type { Waiver, WaiverLimits, WaiverState } from './core/waiver.ts';
