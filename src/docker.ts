/**
 * The door to real engines and hosts: everything here reads, and nothing changes what it reads.
 *
 * @packageDocumentation
 */
export { stateAccess } from './collectors/collect/state-access.ts';
export type { AccessInput, AccessStatement } from './collectors/collect/state-access.ts';
export { collect } from './collectors/collect/collect.ts';
export type { KeptAnswer, KeptAnswers } from './core/snapshot/answer.ts';
export type { Collection } from './collectors/collect/collect.ts';
export type { CollectInput } from './collectors/collect/collect-input.ts';
export type { CollectOptions, Progress } from './collectors/gathering/collector-result.ts';
export { runnable } from './collectors/scanner/run/runnable.ts';
export type { Runnable } from './collectors/scanner/run/runnable.ts';
export { defaultTargets, parseTarget, targetForms } from './collectors/gathering/parse-target.ts';
export type { DockerTarget, TargetSpec } from './collectors/gathering/parse-target.ts';
export type { DockerLike } from './collectors/gathering/docker-like.ts';
