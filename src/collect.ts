/**
 * The door to targets: engines and hosts, Dockerfiles, Compose files and archives of images, read and judged in one call.
 * Everything here reads, and nothing changes what it reads; nothing is unpacked to disk, and no code of an image is run.
 *
 * @packageDocumentation
 */
export { scan } from './scanning/scan.ts';
export type { Scan } from './scanning/scan.ts';
export type { ScanOptions } from './scanning/prepare-scan.ts';
export type { ScopeOptions } from './scanning/choose-scope.ts';
export { collect } from './collectors/collect/collect.ts';
export type { Collection } from './collectors/collect/collect.ts';
export type { CollectInput } from './collectors/collect/collect-input.ts';
export type { CollectOptions, Progress } from './collectors/gathering/collector-result.ts';
export type { ProcessDefaults } from './collectors/gathering/process-defaults.ts';
export type { KeptAnswer, KeptAnswers } from './core/snapshot/answer.ts';
export type { AnyCollector } from './core/snapshot/any-collector.ts';
export type { AddedFacts, ExtendedSubject } from './core/snapshot/extend-subject.ts';
export type { ExtendedKind } from './core/facts/extended-kind.ts';
export { stateAccess } from './collectors/collect/state-access.ts';
export type { AccessInput, AccessStatement } from './collectors/collect/state-access.ts';
export type {
  DockerTarget,
  TargetSpec,
  UnreadTarget,
} from './collectors/gathering/parse-target.ts';
export type { DockerLike } from './collectors/gathering/docker-like.ts';
export type { EngineClient, NamedTargets, TargetInput } from './collectors/collect/named-target.ts';
export type { ComposeOptions, ProjectInput } from './collectors/compose/loading/load-project.ts';
export type { Runnable } from './collectors/scanner/run/runnable.ts';
export type { LeftOut, Population, Target } from './core/snapshot/snapshot.ts';
export type { PopulationGap } from './core/facts/gap.ts';
export type { SourceMap } from './core/facts/source.ts';
export type {
  RequestKind,
  DescribedRequest,
  RequestReader,
  WorkloadRequest,
} from './collectors/engine/create/request-reader.ts';
export type { GoJsonCode, GoJsonProblem } from './syntax/json/read-go-json.ts';
