/**
 * The light door: define controls, catalogs, subjects and frameworks, and judge a snapshot. It loads
 * zod and the built-in controls, and nothing heavier.
 *
 * @module plimsoll
 */
export { builtin } from './controls/registry/builtin.ts';
export type { BuiltinControl } from './controls/registry/builtin.ts';
export { periodOf } from './controls/registry/control-periods.ts';
export type { Period } from './controls/registry/control-periods.ts';
export { assess, createAssessor } from './core/assessment/assess.ts';
export type { AssessOptions, Assessor, Result } from './core/assessment/assess.ts';
export { assessmentSchema } from './core/assessment/assessment.ts';
export { parseAssessment } from './core/assessment/parse-assessment.ts';
export { parseAssessmentPieces } from './core/assessment/assessment-pieces.ts';
export { findingStatuses } from './core/assessment/finding-status.ts';
export type {
  Assessment,
  Finding,
  FrameworkResult,
  RequirementResult,
} from './core/assessment/assessment.ts';
export type { FindingStatus } from './core/assessment/finding-status.ts';
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
export { defineCatalog, extendCatalog, parametersOf, severityOf } from './core/controls/catalog.ts';
export type {
  Catalog,
  CatalogOrigin,
  Change,
  ControlIdOf,
  Extension,
  Omission,
  Tailoring,
} from './core/controls/catalog.ts';
export { defineCollector } from './core/snapshot/collector.ts';
export type { Collector, CollectorContext, Found } from './core/snapshot/collector.ts';
export {
  all,
  any,
  atLeast,
  beside,
  each,
  ifAny,
  none,
  noneFails,
  not,
  orElse,
  when,
} from './core/controls/combinators.ts';
export type {
  Check,
  CheckContext,
  Deployed,
  PartCheck,
  PlainCheck,
} from './core/controls/check.ts';
export type { Select } from './core/controls/combinators.ts';
export type { ConfigBranding } from './core/config/branding.ts';
export { definePlimsollConfig } from './core/config/config.ts';
export type { PlimsollConfig, ReportFunction } from './core/config/config.ts';
export { configKeys, mergeConfigs } from './core/config/merge-configs.ts';
export type { ConfigOrigin, MergedConfig } from './core/config/merge-configs.ts';
export { checkConfig, parseConfig, sayConfigPath } from './core/config/parse-config.ts';
export type { ConfigPath, ConfigProblem } from './core/config/parse-config.ts';
export { thresholds } from './core/config/threshold.ts';
export type { Threshold } from './core/config/threshold.ts';
export { layerCatalogs } from './core/controls/layer-catalogs.ts';
export { defineControl, defineManualControl } from './core/controls/control.ts';
export { severities } from './core/controls/severity.ts';
export { expiresAt, isLapsed } from './core/assessment/freshness.ts';
export type {
  AnyControl,
  Control,
  ControlDefinition,
  ManualDefinition,
  ParamsInput,
  RatedDefinition,
} from './core/controls/control.ts';
export type { Exposure, Impact, Rating, Severity } from './core/controls/severity.ts';
export type { Judgement } from './core/assessment/evaluate.ts';
export { PlimsollError } from './core/errors.ts';
export type { ErrorCode } from './core/errors.ts';
export { extendFramework } from './core/frameworks/extend-framework.ts';
export type { Decision, FrameworkExtension, Mapped } from './core/frameworks/extend-framework.ts';
export { defineFramework } from './core/frameworks/framework.ts';
export type {
  Edition,
  Framework,
  FrameworkChange,
  Level,
  Requirement,
  RequirementIdOf,
} from './core/frameworks/framework.ts';
export { gapReasons } from './core/facts/gap.ts';
export type { Gap, GapReason, PopulationGap } from './core/facts/gap.ts';
export { brokenByFailure, defineMapping, isLive, shownByPass } from './core/frameworks/mapping.ts';
export type { Breaks, Guard, Link, Mapping, Shows } from './core/frameworks/mapping.ts';
export { describeParameters, parameterSchema } from './core/controls/parameters.ts';
export type { JsonSchema, Parameter } from './core/controls/parameters.ts';
export type { Observation } from './core/recording/observation.ts';
export { notApplicableSchema } from './core/statements/not-applicable.ts';
export type { NotApplicable, NotApplicableState } from './core/statements/not-applicable.ts';
export type { Selection } from './core/frameworks/selection.ts';
export { requirementStatuses } from './core/frameworks/rollup.ts';
export type { RequirementStatus, Tally } from './core/frameworks/rollup.ts';
export { snapshotSchema } from './core/snapshot/snapshot.ts';
export { parseSnapshot } from './core/snapshot/parse-snapshot.ts';
export { orderSnapshot } from './core/snapshot/order-snapshot.ts';
export type { LeftOut, Population, Snapshot, Target } from './core/snapshot/snapshot.ts';
export type { Source, SourceMap } from './core/facts/source.ts';
export { defineSubject } from './core/facts/subject.ts';
export type {
  Facts,
  FactsOf,
  ReadonlyFacts,
  Subject,
  SubjectKind,
  SubjectRef,
} from './core/facts/subject.ts';
export { engine } from './core/subjects/engine.ts';
export type { Engine, EngineFacts } from './core/subjects/engine.ts';
export { host } from './core/subjects/host/host.ts';
export type { Host, HostFacts } from './core/subjects/host/host.ts';
export { inlineWaivers } from './core/statements/inline-waivers.ts';
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
export { systemSchema } from './core/snapshot/system.ts';
export type { Outsider, OutsideReason, SystemScope } from './core/snapshot/system.ts';
export { vex } from './core/subjects/vex.ts';
export type { Vex, VexFacts } from './core/subjects/vex.ts';
export { volume } from './core/subjects/volume.ts';
export type { Volume, VolumeFacts } from './core/subjects/volume.ts';
export { workload } from './core/subjects/workload/workload.ts';
export type { Workload, WorkloadFacts } from './core/subjects/workload/workload.ts';
export type { SnapshotHeader } from './core/snapshot/snapshot-header.ts';
export { inLanguage, languages, text } from './core/text.ts';
export type { Language, Text, Wording } from './core/text.ts';
export { tool } from './core/tool.ts';
export { fail, notApplicable, pass, unknown } from './core/controls/verdict.ts';
export type { FailedPlace, Verdict, VerdictStatus } from './core/controls/verdict.ts';
export { waiverSchema, waiverState } from './core/statements/waiver.ts';
export { byNameOnly } from './core/statements/waiver.ts';
export type { Waiver, WaiverLimits, WaiverState } from './core/statements/waiver.ts';
export { parseJsonText } from './syntax/json/bounded-json.ts';
export { jsonText } from './syntax/json/json-text.ts';
