/**
 * The main door: define controls, catalogs, kinds of subjects and frameworks, and judge a snapshot. It loads zod and the
 * built-in controls, and nothing heavier.
 *
 * @module plimsoll
 */
export { PlimsollError } from './core/public-error.ts';
export type { ErrorCode } from './core/errors.ts';
export { languages, text } from './core/text.ts';
export type { Language, Text, Wording } from './core/text.ts';
export { tool } from './core/tool.ts';

export { defineControl, defineManualControl } from './core/controls/control.ts';
export type {
  AnyControl,
  Control,
  ControlDefinition,
  ManualDefinition,
  ParamsInput,
} from './core/controls/control.ts';
export type { Check, CheckContext, Deployed } from './core/controls/check.ts';
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
export type { Select } from './core/controls/combinators.ts';
export { fail, notApplicable, pass, unknown } from './core/controls/verdict.ts';
export type { FailedPlace, Verdict, VerdictStatus } from './core/controls/verdict.ts';
export { severities } from './core/controls/severity.ts';
export type { Severity } from './core/controls/severity.ts';

export { builtin } from './controls/registry/builtin.ts';
export type { BuiltinControl } from './controls/registry/builtin.ts';
export { defineCatalog, extendCatalog, parametersOf, severityOf } from './core/controls/catalog.ts';
export type {
  Catalog,
  CatalogChange,
  CatalogExtension,
  ControlIdOf,
  Omission,
  Tailoring,
} from './core/controls/catalog.ts';

export { defineSubject } from './core/facts/subject.ts';
export type {
  Facts,
  FactsOf,
  ReadonlyFacts,
  Subject,
  SubjectKind,
  SubjectRef,
} from './core/facts/subject.ts';
export { defineCollector } from './core/snapshot/collector.ts';
export type { Collector, CollectorContext, Found } from './core/snapshot/collector.ts';
export { extendSubject } from './core/snapshot/extend-subject.ts';
export type { SubjectExtension } from './core/snapshot/extend-subject.ts';
export { builtinKinds } from './core/subjects/kinds.ts';
export { composeProject } from './core/subjects/compose-project.ts';
export type { ComposeProject } from './core/subjects/compose-project.ts';
export { dockerfile } from './core/subjects/dockerfile.ts';
export type { Dockerfile } from './core/subjects/dockerfile.ts';
export { engine } from './core/subjects/engine.ts';
export type { Engine } from './core/subjects/engine.ts';
export { host } from './core/subjects/host/host.ts';
export type { Host } from './core/subjects/host/host.ts';
export { image } from './core/subjects/image.ts';
export type { Image } from './core/subjects/image.ts';
export { imageScan } from './core/subjects/image-scan.ts';
export type { ImageScan } from './core/subjects/image-scan.ts';
export { network } from './core/subjects/network.ts';
export type { Network } from './core/subjects/network.ts';
export { registryService } from './core/subjects/registry-service.ts';
export { secret, swarm, swarmNode } from './core/subjects/swarm.ts';
export type { Secret, Swarm, SwarmNode } from './core/subjects/swarm.ts';
export { vex } from './core/subjects/vex.ts';
export type { Vex } from './core/subjects/vex.ts';
export { volume } from './core/subjects/volume.ts';
export type { Volume } from './core/subjects/volume.ts';
export { workload } from './core/subjects/workload/workload.ts';
export type { Workload } from './core/subjects/workload/workload.ts';

export { definePlimsollConfig } from './core/config/config.ts';
export type { PlimsollConfig } from './core/config/config.ts';
export { defineFramework } from './core/frameworks/framework.ts';
export type { Framework, Requirement } from './core/frameworks/framework.ts';
export { defineMapping } from './core/frameworks/mapping.ts';
export type { Link, Mapping } from './core/frameworks/mapping.ts';

export { assess, createAssessor } from './core/assessment/assess.ts';
export type { AssessmentResult, AssessOptions, Assessor } from './core/assessment/assess.ts';
export { parseAssessment } from './core/assessment/parse-assessment.ts';
export type {
  Assessment,
  Finding,
  FrameworkResult,
  RequirementResult,
} from './core/assessment/assessment.ts';
export { findingStatuses } from './core/assessment/finding-status.ts';
export type { FindingStatus } from './core/assessment/finding-status.ts';
export type { Judgement } from './core/assessment/evaluate.ts';
export type { Observation } from './core/recording/observation.ts';
export { parseSnapshot } from './core/snapshot/parse-snapshot.ts';
export type { Snapshot } from './core/snapshot/snapshot.ts';
export type { SnapshotHeader } from './core/snapshot/snapshot-header.ts';
export type { Gap, GapReason } from './core/facts/gap.ts';
export type { Source } from './core/facts/source.ts';
